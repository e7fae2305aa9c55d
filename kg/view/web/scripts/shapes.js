// Boxes: an outline for each class, colours by theme, and text that fits. Outlines are SVG paths, for canvas and file alike.

const FONT = '"Inter","Segoe UI","Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
const PAD = 17;

const n = (value) => Math.round(value * 100) / 100;

// The outline of a box of that size around (0, 0).
function outline(shape, w, h) {
  const [l, t, r, b] = [-w / 2, -h / 2, w / 2, h / 2].map(n);
  switch (shape) {
    case "cut":
      return `M${l + 9} ${t}H${r - 9}L${r} ${t + 9}V${b - 9}L${r - 9} ${b}H${l + 9}L${l} ${b - 9}V${t + 9}Z`;
    case "hexagon":
      return `M${l + 13} ${t}H${r - 13}L${r} 0L${r - 13} ${b}H${l + 13}L${l} 0Z`;
    case "pill":
      return rounded(l, t, r, b, h / 2);
    case "fold":
      return `M${l} ${t}H${r - 12}L${r} ${t + 12}V${b}H${l}ZM${r - 12} ${t}V${t + 12}H${r}`;
    case "slant":
      return `M${l + 10} ${t}H${r}L${r - 10} ${b}H${l}Z`;
    case "tag":
      return `M${l} ${t}H${r - 13}L${r} 0L${r - 13} ${b}H${l}Z`;
    case "stack":
      return `M${l} ${t}H${r}V${b}H${l}ZM${l + 4} ${t}V${b}M${r - 4} ${t}V${b}`;
    case "double":
      return `${rounded(l, t, r, b, 8)}${rounded(l + 3, t + 3, r - 3, b - 3, 6)}`;
    default:
      return rounded(l, t, r, b, 8);
  }
}

function rounded(l, t, r, b, radius) {
  const q = Math.min(radius, (r - l) / 2, (b - t) / 2);
  const arc = (x, y) => `A${n(q)} ${n(q)} 0 0 1 ${n(x)} ${n(y)}`;
  return `M${n(l + q)} ${n(t)}H${n(r - q)}${arc(r, t + q)}V${n(b - q)}${arc(r - q, b)}H${n(l + q)}${arc(l, b - q)}V${n(t + q)}${arc(l + q, t)}Z`;
}

function look(cls) {
  return CLASSES.get(cls) || PLAIN;
}

// The colours that the page's style sheet declares for the theme.
function ink() {
  return isDark()
    ? { ground: "#12161c", band: "#161b22", text: "#e9edf2", soft: "#a3afbb", rule: "#2b333d", accent: "#6cb6ff" }
    : { ground: "#ffffff", band: "#f7f9fb", text: "#15202b", soft: "#5b6773", rule: "#dbe1e8", accent: "#0b63b8" };
}

// What is gone or lost is outlined in the colour of warning, what is gone with a cross as well.
function boxColours(box) {
  const [fill, line] = look(box.cls)[isDark() ? "dark" : "light"];
  return { fill, line: box.mark ? (isDark() ? "#f0907f" : "#b03a2e") : line };
}

const cross = (box) => `M${n(box.w / -2 + 7)} ${n(box.h / -2 + 6)}l9 9m0 -9l-9 9`;

function stroke(line) {
  return STROKES.get(line.standing) || STROKES.get("claim") || { dashes: [], width: 1.5, light: "#3b4a5a", dark: "#b9c4d0", arrow: "arrow" };
}

// The standing of a line when filters hide some of its statements: that of the strongest left.
function standingOf(line) {
  if (!state.hide.size && !state.year) return line.standing;
  const order = [...STROKES.keys()];
  const said = line.statements.filter(isSaid).map((id) => STATEMENTS.get(id)).filter(Boolean);
  const found = said.map((statement) => order.indexOf(statement.standing)).filter((place) => place >= 0);
  return found.length ? order[Math.min(...found)] : line.standing;
}

const measurer = document.createElement("canvas").getContext("2d");
const widths = new Map();

function textWidth(text, font) {
  const key = `${font}\n${text}`;
  if (!widths.has(key)) {
    measurer.font = font;
    widths.set(key, measurer.measureText(text).width);
  }
  return widths.get(key);
}

// Break a text into at most two lines of that width, at spaces or between wide characters; cut what is left.
function fitLines(text, font, room) {
  if (textWidth(text, font) <= room) return [text];
  const words = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) || [text];
  let first = "";
  let index = 0;
  while (index < words.length && textWidth((first + words[index]).trimEnd(), font) <= room) {
    first += words[index];
    index += 1;
  }
  if (index === 0) return [cut(text, font, room)];
  const rest = words.slice(index).join("");
  return [first.trimEnd(), cut(rest.trim(), font, room)];
}

function cut(text, font, room) {
  if (textWidth(text, font) <= room) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, font) > room) end -= 1;
  return `${text.slice(0, end)}…`;
}

// The lines of text of a box in the page's language: {text, font, size, y, soft}.
const fitted = new Map();

function boxText(box) {
  const key = `${box.id}\n${state.lang}`;
  if (!fitted.has(key)) fitted.set(key, fitBox(box));
  return fitted.get(key);
}

function fitBox(box) {
  const room = box.w - 2 * PAD + 6;
  const weight = box.asked ? "600" : "500";
  const label = boxName(box);
  const other = box.note ? pick(box.note) : boxName(box, state.lang === "en" ? "zh" : "en");
  const noteFont = `11px ${FONT}`;
  const note = other && other !== label ? [cut(other, noteFont, room)] : [];
  let size = 14;
  let lines = fitLines(label, `${weight} ${size}px ${FONT}`, room);
  if (lines[lines.length - 1].endsWith("…")) {
    size = 12.5;
    lines = fitLines(label, `${weight} ${size}px ${FONT}`, room);
  }
  const height = lines.length * 18 + note.length * 15;
  let y = -height / 2;
  const found = lines.map((text) => {
    y += 18;
    return { text, font: `${weight} ${size}px ${FONT}`, size, weight, y: y - 5, soft: false };
  });
  for (const text of note) {
    y += 15;
    found.push({ text, font: noteFont, size: 11, weight: "400", y: y - 4, soft: true });
  }
  return found;
}

const paths = new Map();

function boxPath(shape, w, h) {
  const key = `${shape} ${w} ${h}`;
  if (!paths.has(key)) paths.set(key, new Path2D(outline(shape, w, h)));
  return paths.get(key);
}

// Below this scale texts are too small to be read, and are not drawn.
const LEGIBLE = 0.3;

// Draw one box; ``mark`` is "" or "selected" or "hover".
function paintBox(ctx, box, x, y, mark) {
  const colours = boxColours(box);
  const theme = ink();
  const { shape } = look(box.cls);
  ctx.save();
  ctx.translate(x, y);
  if (mark === "selected") {
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 3;
    ctx.stroke(new Path2D(rounded(-box.w / 2 - 5, -box.h / 2 - 5, box.w / 2 + 5, box.h / 2 + 5, 12)));
  }
  const path = boxPath(shape, box.w, box.h);
  ctx.fillStyle = colours.fill;
  ctx.fill(path);
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = box.asked ? 2.4 : mark === "hover" ? 2.2 : 1.3;
  if (box.asked === "derived") ctx.setLineDash([7, 4]);
  ctx.stroke(path);
  ctx.setLineDash([]);
  if (box.mark === "gone") ctx.stroke(new Path2D(cross(box)));
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  for (const line of network.getScale() < LEGIBLE ? [] : boxText(box)) {
    ctx.font = line.font;
    ctx.fillStyle = line.soft ? theme.soft : theme.text;
    ctx.fillText(line.text, 0, line.y);
  }
  ctx.restore();
}

// A small sample of a class or of a line, for legend and panel.
function sampleBox(cls, asked = "") {
  const { fill, line } = boxColours({ cls });
  const path = makeSvg("path", {
    d: outline(look(cls).shape, 66, 38),
    transform: "scale(0.36)",
    fill,
    stroke: line,
    "stroke-width": asked ? 7 : 4,
    "stroke-dasharray": asked === "derived" ? "11 6" : null,
  });
  return makeSvg("svg", { class: "sample", width: 28, height: 18, viewBox: "-14 -9 28 18", "aria-hidden": "true" }, path);
}

function sampleLine(standing) {
  const one = STROKES.get(standing) || stroke({});
  const colour = one[isDark() ? "dark" : "light"];
  return makeSvg(
    "svg",
    { class: "sample", width: 40, height: 12, viewBox: "0 0 40 12", "aria-hidden": "true" },
    makeSvg("path", { d: "M1 6H32", stroke: colour, "stroke-width": one.width, "stroke-dasharray": one.dashes.join(" ") || null, fill: "none" }),
    makeSvg("path", { d: arrowHead(one.arrow, 39, 6, 0, 8), fill: one.arrow === "vee" ? "none" : colour, stroke: colour, "stroke-width": 1.2 }),
  );
}

// The head of an arrow at (x, y) that points along the angle.
function arrowHead(kind, x, y, angle, size) {
  const at = (back, side) => {
    const dx = -back * size;
    const dy = side * size;
    return `${n(x + dx * Math.cos(angle) - dy * Math.sin(angle))} ${n(y + dx * Math.sin(angle) + dy * Math.cos(angle))}`;
  };
  if (kind === "vee") return `M${at(1, -0.5)}L${at(0, 0)}L${at(1, 0.5)}`;
  return `M${at(0, 0)}L${at(1, -0.42)}L${at(0.8, 0)}L${at(1, 0.42)}Z`;
}
