// The curves of the lines, from where the boxes stand now: the same on screen, under the pointer and in files.

// Lines between the same two boxes, so that they can be drawn apart.
const together = new Map();
// Where each line leaves its first box and meets its second; worked out when first needed after a change.
let ports = null;
const curves = new Map();

function groupLines() {
  together.clear();
  for (const id of shown.lines) {
    const line = LINES.get(id);
    const key = [line.from, line.to].sort().join("\n");
    if (!together.has(key)) together.set(key, []);
    together.get(key).push(id);
  }
}

function apart(line) {
  const group = together.get([line.from, line.to].sort().join("\n")) || [line.id];
  const place = group.indexOf(line.id);
  return place < 0 ? 0 : (place - (group.length - 1) / 2) * 40;
}

// The side at which a line meets a box: -1 left, 1 right. Boxes above each other are joined on the right.
function sideAt(box, other) {
  return Math.abs(other.x - box.x) < (box.w + other.w) / 2 + 12 ? 1 : Math.sign(other.x - box.x);
}

// Lines meet a side spread over it, in the order of where they come from.
function findPorts() {
  ports = new Map();
  const sides = new Map();
  for (const id of shown.lines) {
    const line = LINES.get(id);
    for (const [end, at, to] of [["from", line.from, line.to], ["to", line.to, line.from]]) {
      const [box, other] = [BOXES.get(at), BOXES.get(to)];
      const side = sideAt(box, other);
      const key = `${side}${at}`;
      if (!sides.has(key)) sides.set(key, { box, side, ends: [] });
      sides.get(key).ends.push({ key: `${end}${id}`, y: other.y, far: Math.abs(other.x - box.x), shift: apart(line) });
    }
  }
  for (const { box, side, ends } of sides.values()) {
    ends.sort((one, two) => one.y + one.shift - (two.y + two.shift) || one.far - two.far);
    const step = Math.min(9, (box.h * 0.66) / Math.max(ends.length, 1));
    ends.forEach(({ key }, place) => {
      ports.set(key, { x: box.x + (side * box.w) / 2, y: box.y + (place - (ends.length - 1) / 2) * step });
    });
  }
}

// A line as a cubic curve: four points, from the side of one box to the side of the other.
function curveOf(line) {
  if (!curves.has(line.id)) curves.set(line.id, bent(line));
  return curves.get(line.id);
}

function bent(line) {
  if (!ports) findPorts();
  const [a, b] = [BOXES.get(line.from), BOXES.get(line.to)];
  const from = ports.get(`from${line.id}`) || { x: a.x, y: a.y };
  const to = ports.get(`to${line.id}`) || { x: b.x, y: b.y };
  const shift = apart(line);
  const [side, other] = [sideAt(a, b), sideAt(b, a)];
  if (side === other) {
    const right = Math.max(from.x, to.x) + Math.min(34 + Math.abs(to.y - from.y) * 0.2, 120) + Math.abs(shift);
    return [from, { x: right, y: from.y }, { x: right, y: to.y }, to];
  }
  const gap = Math.abs(to.x - from.x);
  if (line.lane === undefined || isRearranged() || (core && state.all)) {
    const bend = Math.max(gap * 0.5, 24);
    return [from, { x: from.x + side * bend, y: from.y + shift }, { x: to.x - side * bend, y: to.y + shift }, to];
  }
  const lane = Math.max(Math.min(line.lane, Math.max(from.y, to.y) + 420), Math.min(from.y, to.y) - 420);
  const y = (8 * lane - from.y - to.y) / 6 + shift;
  return [from, { x: from.x + side * gap * 0.33, y }, { x: to.x - side * gap * 0.33, y }, to];
}

function pointAt([p0, p1, p2, p3], t) {
  const u = 1 - t;
  const mix = (key) => u * u * u * p0[key] + 3 * u * u * t * p1[key] + 3 * u * t * t * p2[key] + t * t * t * p3[key];
  return { x: mix("x"), y: mix("y") };
}

// The direction in which a curve arrives.
function arrival([, , before, end]) {
  return Math.atan2(end.y - before.y, end.x - before.x);
}

// How far a point is from a curve, near enough for a pointer.
function distance(curve, point) {
  let least = Infinity;
  let last = curve[0];
  for (let step = 1; step <= 24; step += 1) {
    const next = pointAt(curve, step / 24);
    const [dx, dy] = [next.x - last.x, next.y - last.y];
    const along = ((point.x - last.x) * dx + (point.y - last.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(point.x - last.x - t * dx, point.y - last.y - t * dy));
    last = next;
  }
  return least;
}

// ---------------------------------------------------------------- where the words stand

// Words are put where they cover no box and no other words; those that find no room are shown when pointed at.
let wordPlaces = null;

const WORD_FONT = `12px ${FONT}`;

// Where very many lines between the same two columns say the same, the word stands once above them.
const CROWD = 20;
let crowds = new Map();

function tierOf(box) {
  return (PAGE.tiers || []).findIndex((tier) => box.x >= tier.left - 2 && box.x <= tier.right + 2);
}

function crowdKey(line) {
  const [from, to] = [tierOf(BOXES.get(line.from)), tierOf(BOXES.get(line.to))];
  const word = pick(line.text).replace(/ ×\d+$/, "");
  return to === from + 1 && from >= 0 ? `${from}\n${word}` : "";
}

function findCrowds() {
  crowds = new Map();
  if (!hasHeadings()) return;
  const counts = new Map();
  for (const id of shown.lines) {
    const key = crowdKey(LINES.get(id));
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  const fullest = new Map();
  for (const [key, count] of counts) {
    const [from] = key.split("\n");
    if (key && count >= CROWD && count > (fullest.get(from) || 0)) {
      fullest.set(from, count);
      crowds.set(from, key);
    }
  }
}

const isCrowd = (line) => {
  const key = crowdKey(line);
  return key !== "" && crowds.get(key.split("\n")[0]) === key;
};

function gapWords() {
  if (!highlighted()) places(null);
  return [...crowds.values()].map((key) => {
    const [from, text] = key.split("\n");
    const [left, right] = [PAGE.tiers[Number(from)], PAGE.tiers[Number(from) + 1]];
    return { text, x: (left.right + right.left) / 2, colour: ink().text };
  });
}

// How many lines begin and end at a box.
function fansOf(lines) {
  const fans = new Map();
  for (const id of lines) {
    const { from, to } = LINES.get(id);
    fans.set(`from${from}`, (fans.get(`from${from}`) || 0) + 1);
    fans.set(`to${to}`, (fans.get(`to${to}`) || 0) + 1);
  }
  return fans;
}

// Where along a line its words may stand: of lines that fan out, at the end where they are apart.
function wordShares(line, fans) {
  const [out, into] = [fans.get(`from${line.from}`), fans.get(`to${line.to}`)];
  if (out >= 5 && into <= 2) return [0.8, 0.74, 0.66, 0.5, 0.4];
  if (into >= 5 && out <= 2) return [0.2, 0.26, 0.34, 0.5, 0.6];
  return [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];
}

function placeWords(lines) {
  crowds = new Map();
  if (lines === shown.lines) findCrowds();
  const found = new Map();
  if (lines.size > FULL_LINES) return found;
  const boxes = [...shown.boxes].map((id) => BOXES.get(id)).filter((box) => box.w);
  const cells = new Map();
  const cellsOf = (rect) => {
    const keys = [];
    for (let x = Math.floor(rect.l / 240); x <= Math.floor(rect.r / 240); x += 1) {
      for (let y = Math.floor(rect.t / 120); y <= Math.floor(rect.b / 120); y += 1) keys.push(`${x}:${y}`);
    }
    return keys;
  };
  const put = (rect) => {
    for (const cell of cellsOf(rect)) {
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(rect);
    }
  };
  const free = (rect) =>
    cellsOf(rect).every((cell) => (cells.get(cell) || []).every((o) => rect.r < o.l || rect.l > o.r || rect.b < o.t || rect.t > o.b));
  const fans = fansOf(lines);
  for (const box of boxes) {
    put({ l: box.x - box.w / 2 - 2, r: box.x + box.w / 2 + 2, t: box.y - box.h / 2 - 2, b: box.y + box.h / 2 + 2 });
  }
  for (const id of lines) {
    const line = LINES.get(id);
    const text = pick(line.text);
    if (!text || !shown.lines.has(id) || isCrowd(line)) continue;
    const curve = curveOf(line);
    const half = textWidth(text, WORD_FONT) / 2 + 5;
    for (const share of wordShares(line, fans)) {
      const at = pointAt(curve, share);
      const rect = { l: at.x - half, r: at.x + half, t: at.y - 9, b: at.y + 9 };
      if (free(rect)) {
        put(rect);
        found.set(id, at);
        break;
      }
    }
  }
  return found;
}

// The places of the words of all lines that are shown, or of those that stand out.
function places(near) {
  const key = near ? [state.node, state.edge, state.to].join("\n") : "";
  if (!wordPlaces || wordPlaces.key !== key) wordPlaces = { key, found: placeWords(near ? near.lines : shown.lines) };
  return wordPlaces.found;
}

function middleOf(line) {
  return pointAt(curveOf(line), 0.5);
}

function moved() {
  wordPlaces = null;
  ports = null;
  bulk = null;
  mapGround = null;
  bounds = null;
  curves.clear();
}

// The rectangle around all boxes that are shown, with the headings of the columns.
let bounds = null;

function extent() {
  if (!bounds) bounds = findExtent();
  return bounds;
}

function findExtent() {
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of shown.boxes) {
    const box = BOXES.get(id);
    const [w, h] = [box.w || 80, box.h || 40];
    l = Math.min(l, box.x - w / 2);
    r = Math.max(r, box.x + w / 2);
    t = Math.min(t, box.y - h / 2);
    b = Math.max(b, box.y + h / 2);
  }
  if (l > r) return { l: -100, r: 100, t: -60, b: 60 };
  return { l: l - 24, r: r + 24, t: t - (hasHeadings() ? 62 : 24), b: b + 24 };
}

function hasHeadings() {
  return !isRearranged() && !(core && state.all) && (PAGE.tiers || []).some((tier) => pick(tier.text));
}
