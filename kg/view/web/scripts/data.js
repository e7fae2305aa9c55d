// What the page was made with: pyvis's nodes, edges and options, and the answer. All of it is text, never markup.

const HELD = document.getElementById("kg-data");
const DATA = JSON.parse(HELD.type === "application/json" ? HELD.textContent : await unpacked(HELD.textContent));

// Long data are compressed.
function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

const PAGE = DATA.page;
const table = (object) => new Map(Object.entries(object || {}));

const CLASSES = table(PAGE.classes);
const FRAMES = table(PAGE.frames);
const STROKES = table(PAGE.strokes);
const THINGS = table(PAGE.things);
const SOURCES = table(PAGE.sources);
const STATEMENTS = table(PAGE.statements);
const RULES = table(PAGE.rules);
const ROWS = PAGE.rows || [];
const COLUMNS = PAGE.columns || [];
const LANGUAGES = ["en", "zh"];
const PLAIN = PAGE.plain || { shape: "round", light: ["#f4f6f8", "#6b7682"], dark: ["#1e242c", "#98a3ae"] };

// A box: {id, thing, x, y, w, h, cls, text, note, asked, lines}. A line: {id, from, to, frame, standing, statements, text, lane}.
const BOXES = new Map();
const LINES = new Map();

function readBoxes() {
  for (const node of DATA.nodes) {
    const kg = node.kg || {};
    const thing = THINGS.get(kg.thing || node.id);
    const text = kg.text || (thing ? thing.text : node.label);
    BOXES.set(node.id, {
      id: node.id,
      thing: kg.thing || node.id,
      own: Boolean(node.kg),
      x: node.x,
      y: node.y,
      w: kg.w || 0,
      h: kg.h || 0,
      cls: thing ? thing.cls : "",
      text,
      note: kg.note || "",
      asked: kg.asked || "",
      mark: kg.mark || "",
      far: Boolean(kg.far),
      tier: kg.tier || 0,
      whole: kg.whole || null,
      title: node.title || "",
      lines: [],
    });
  }
  DATA.edges.forEach((edge, index) => {
    const kg = edge.kg || {};
    const line = {
      id: lineId(edge, index),
      own: Boolean(edge.kg),
      from: edge.from,
      to: edge.to,
      frame: kg.frame || "",
      standing: kg.standing || "",
      statements: kg.statements || [],
      text: kg.text || edge.label || "",
      lane: kg.lane,
      far: Boolean(kg.far),
      title: edge.title || "",
    };
    LINES.set(line.id, line);
    BOXES.get(line.from).lines.push(line);
    if (line.to !== line.from) BOXES.get(line.to).lines.push(line);
  });
}

const lineId = (edge, index) => (edge.id === undefined ? `edge-${index}` : String(edge.id));

// A text in the page's language: a plain string is the same in both.
function pick(text, lang = state.lang) {
  if (text === null || text === undefined) return "";
  if (typeof text === "object") return String(text[lang] || text.en || text.zh || "");
  return String(text);
}

// A phrase of the page, its placeholders filled.
function say(id, values = {}) {
  const phrases = (PAGE.words || {})[state.lang] || {};
  const text = Object.hasOwn(phrases, id) ? phrases[id] : id;
  return text.replace(/\{(\w+)\}/g, (whole, key) => (Object.hasOwn(values, key) ? String(values[key]) : whole));
}

function boxName(box, lang = state.lang) {
  return pick(box.text, lang) || box.id;
}

function className(cls, lang = state.lang) {
  const known = CLASSES.get(cls);
  return known ? pick(known.text, lang) : say("value");
}

function status(id) {
  return say(`status_${id}`).replace(/^status_/, "");
}

// What other names, small letters and full-width forms have in common: the text that search compares.
function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\-_.·•()（）]+/g, "");
}

// An element with attributes, listeners (onclick) and children; a child that is a string becomes text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (key === "text") element.textContent = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

const byId = (id) => document.getElementById(id);
