// What the reader has chosen. It lives in the hash, so that Back undoes and a copied address shows the same.

const state = {
  lang: LANGUAGES.includes(PAGE.lang) ? PAGE.lang : "en",
  theme: "",
  node: "",
  edge: "",
  to: "",
  around: 0,
  open: new Set(),
  shut: new Set(),
  all: false,
  hide: new Set(),
  year: 0,
  sort: "",
};
const LISTENERS = [];

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return state.theme ? state.theme === "dark" : prefersDark.matches;
}

// Take only what the page knows from a hash; anything else in it has no effect.
function readHash() {
  const given = new URLSearchParams(location.hash.replace(/^#/, ""));
  const value = (key) => given.get(key) || "";
  state.lang = LANGUAGES.includes(value("lang")) ? value("lang") : LANGUAGES.includes(PAGE.lang) ? PAGE.lang : "en";
  state.theme = ["dark", "light"].includes(value("theme")) ? value("theme") : "";
  state.node = BOXES.has(value("node")) ? value("node") : "";
  state.edge = !state.node && LINES.has(value("edge")) ? value("edge") : "";
  state.to = state.node && BOXES.has(value("to")) && value("to") !== state.node ? value("to") : "";
  state.around = state.node && ["1", "2"].includes(value("around")) ? Number(value("around")) : 0;
  state.open = idsOf(value("open"));
  state.shut = idsOf(value("shut"));
  state.all = value("all") === "1";
  state.hide = new Set(value("hide").split(",").filter((key) => filterKeys().has(key)));
  state.year = yearsOfAnswer().includes(Number(value("year"))) ? Number(value("year")) : 0;
  state.sort = /^\d{1,3}[+-]$/.test(value("sort")) ? value("sort") : "";
}

// A list of boxes; what is no box is left out.
function idsOf(text) {
  const found = text.split(" ").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return "";
    }
  });
  return new Set(found.filter((id) => BOXES.has(id)));
}

const listOf = (ids) => [...ids].map(encodeURIComponent).join(" ");

function hashOf() {
  const kept = new URLSearchParams();
  const keep = (key, value) => value && kept.set(key, value);
  keep("lang", state.lang === PAGE.lang ? "" : state.lang);
  keep("theme", state.theme);
  keep("node", state.node);
  keep("edge", state.edge);
  keep("to", state.to);
  keep("around", state.around ? String(state.around) : "");
  keep("open", listOf(state.open));
  keep("shut", listOf(state.shut));
  keep("all", state.all ? "1" : "");
  keep("hide", [...state.hide].join(","));
  keep("year", state.year ? String(state.year) : "");
  keep("sort", state.sort);
  return kept.toString();
}

// Change the choice, remember it in the address, and let every part of the page follow.
function change(changes) {
  Object.assign(state, changes);
  const hash = hashOf();
  if (hash !== location.hash.replace(/^#/, "")) {
    try {
      history.pushState(null, "", `#${hash}`);
    } catch {
      location.hash = hash; // a frame without an address of its own
    }
  }
  follow();
}

function follow() {
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  document.title = PAGE.question || pick(PAGE.reading) || "kg";
  for (const listener of LISTENERS) listener();
}

const select = (id) => change({ node: id, edge: "", to: "", around: id ? state.around : 0 });
const selectLine = (id) => change({ edge: id, node: "", to: "", around: 0 });

// ---------------------------------------------------------------- what the filters let through

function filterKeys() {
  const keys = new Set(["c:"]);
  for (const cls of CLASSES.keys()) keys.add(`c:${cls}`);
  for (const frame of FRAMES.keys()) keys.add(`f:${frame}`);
  for (const standing of STROKES.keys()) keys.add(`s:${standing}`);
  return keys;
}

function yearsOfAnswer() {
  const years = new Set();
  for (const statement of STATEMENTS.values()) for (const year of statement.years || []) if (year) years.add(year);
  return [...years].sort((a, b) => a - b);
}

function isSaid(id) {
  const statement = STATEMENTS.get(id);
  if (!statement) return true;
  if (state.hide.has(`f:${statement.frame}`) || state.hide.has(`s:${statement.standing}`)) return false;
  const [first, last] = statement.years || [null, null];
  return !state.year || ((first === null || first <= state.year) && (last === null || last >= state.year));
}

function isDrawn(line) {
  return line.statements.length === 0 || line.statements.some(isSaid);
}

// The boxes and lines that are shown: not filtered out, and around the chosen box when only that is wanted.
let shown = { boxes: new Set(), lines: new Set() };

function findShown() {
  const near = state.around ? around(state.node, state.around, isDrawn) : null;
  const wanted = near ? near.boxes : unfolded();
  const boxes = new Set();
  for (const box of BOXES.values()) {
    if (wanted && !wanted.has(box.id)) continue;
    if (state.hide.has(`c:${box.cls}`)) continue;
    const alone = box.lines.length > 0 && !box.asked && !box.lines.some(isDrawn);
    if (!alone) boxes.add(box.id);
  }
  const lines = new Set();
  for (const line of LINES.values()) {
    if (near && !near.lines.has(line.id)) continue;
    if (!near && !isUnfolded(line)) continue;
    if (isDrawn(line) && boxes.has(line.from) && boxes.has(line.to)) lines.add(line.id);
  }
  shown = { boxes, lines };
  countFolded(near ? [] : boxes);
}

// ---------------------------------------------------------------- what hangs together

// The boxes and lines within so many statements of a box: a statement's lines belong together.
function around(id, steps, lets = () => true) {
  const boxes = new Set([id]);
  const lines = new Set();
  let edge = [id];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const at of edge) {
      for (const line of statementLines(at)) {
        if (!lets(line)) continue;
        lines.add(line.id);
        for (const end of [line.from, line.to]) {
          if (!boxes.has(end)) {
            boxes.add(end);
            next.push(end);
          }
        }
      }
    }
    edge = next;
  }
  return { boxes, lines };
}

// The statements of the answer itself, without those of its surroundings.
const answered = () => [...STATEMENTS.keys()].filter((id) => !STATEMENTS.get(id).far);

const linesOfStatement = new Map();
const statementsOfThing = new Map();

function indexStatements() {
  for (const line of LINES.values()) {
    for (const id of line.statements) linesOfStatement.set(id, [...(linesOfStatement.get(id) || []), line]);
  }
  for (const [id, statement] of STATEMENTS) {
    if (statement.rule) linesOfStatement.set(id, derivedLines(id, statement));
    for (const thing of statement.things || []) {
      statementsOfThing.set(thing, [...(statementsOfThing.get(thing) || []), id]);
    }
  }
}

// A derived statement is drawn where it adds something; for the rest of its way stand the lines of its premises.
function derivedLines(id, statement) {
  const alike = (statement.premises || []).filter((one) => STATEMENTS.has(one) && STATEMENTS.get(one).frame === statement.frame);
  return [...new Set([id, ...alike].flatMap((one) => linesOfStatement.get(one) || []))];
}

// The lines of every statement that a box takes part in, further hops of the same statement too.
function statementLines(id) {
  const box = BOXES.get(id);
  const found = new Set(box ? box.lines : []);
  for (const statement of statementsOfThing.get(box ? box.thing : id) || []) {
    for (const line of linesOfStatement.get(statement) || []) found.add(line);
  }
  return found;
}

// The shortest way between two boxes over lines that are shown.
function way(from, to) {
  const came = new Map([[from, null]]);
  const queue = [from];
  while (queue.length && !came.has(to)) {
    const at = queue.shift();
    for (const line of BOXES.get(at).lines) {
      const other = line.from === at ? line.to : line.from;
      if (shown.lines.has(line.id) && !came.has(other)) {
        came.set(other, line);
        queue.push(other);
      }
    }
  }
  if (!came.has(to)) return null;
  const boxes = new Set([to]);
  const lines = new Set();
  let at = to;
  while (came.get(at)) {
    const line = came.get(at);
    lines.add(line.id);
    at = line.from === at ? line.to : line.from;
    boxes.add(at);
  }
  return { boxes, lines };
}
