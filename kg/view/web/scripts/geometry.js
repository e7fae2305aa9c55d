// The curves of the lines, from where the boxes stand now: two control points each, the same on screen and in files.

// Lines between the same two boxes, so that they can be drawn apart.
const together = new Map();

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
  return place < 0 ? 0 : (place - (group.length - 1) / 2) * 44;
}

// The two control points of a line.
function controls(line) {
  const a = BOXES.get(line.from);
  const b = BOXES.get(line.to);
  const shift = apart(line);
  const width = (a.w + b.w) / 2;
  if (Math.abs(b.x - a.x) < width + 12) {
    const right = Math.max(a.x + a.w / 2, b.x + b.w / 2) + Math.min(40 + Math.abs(b.y - a.y) * 0.16, 130) + Math.abs(shift);
    return [{ x: right, y: a.y }, { x: right, y: b.y }];
  }
  const side = Math.sign(b.x - a.x);
  const x1 = a.x + (side * a.w) / 2;
  const x2 = b.x - (side * b.w) / 2;
  const bend = Math.abs(x2 - x1) * (line.lane === undefined || state.around ? 0.5 : 0.36);
  let [y1, y2] = [a.y + shift, b.y + shift];
  if (line.lane !== undefined && !state.around) {
    const lane = Math.max(Math.min(line.lane, Math.max(a.y, b.y) + 420), Math.min(a.y, b.y) - 420);
    const pull = (8 * lane - a.y - b.y) / 6;
    [y1, y2] = [pull + shift, pull + shift];
  }
  return [{ x: x1 + side * bend, y: y1 }, { x: x2 - side * bend, y: y2 }];
}

function pointAt(curve, t) {
  const u = 1 - t;
  const [p0, p1, p2, p3] = curve;
  const mix = (key) => u * u * u * p0[key] + 3 * u * u * t * p1[key] + 3 * u * t * t * p2[key] + t * t * t * p3[key];
  return { x: mix("x"), y: mix("y") };
}

function inside(box, point, margin = 0) {
  return Math.abs(point.x - box.x) <= box.w / 2 + margin && Math.abs(point.y - box.y) <= box.h / 2 + margin;
}

// The curve of a line from middle to middle, and the part of it that is outside both boxes.
function curveOf(line) {
  const a = BOXES.get(line.from);
  const b = BOXES.get(line.to);
  const curve = [{ x: a.x, y: a.y }, ...controls(line), { x: b.x, y: b.y }];
  const first = border((t) => inside(a, pointAt(curve, t)), 0, 0.6);
  const last = 1 - border((t) => inside(b, pointAt(curve, 1 - t), 2), 0, 0.6);
  return { curve, first, last };
}

// Where a condition that holds at ``low`` ends, up to ``high``.
function border(holds, low, high) {
  let [from, to] = [low, high];
  for (let step = 0; step < 14; step += 1) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return to;
}

// ---------------------------------------------------------------- where the words stand

// Words are put where they cover no box and no other words; those that find no room are shown when pointed at.
let wordPlaces = null;

const WORD_FONT = `12px ${FONT}`;

function placeWords() {
  const taken = [];
  const places = new Map();
  const boxes = [...shown.boxes].map((id) => BOXES.get(id)).filter((box) => box.w);
  const cells = new Map();
  const cellsOf = (rect) => {
    const found = [];
    for (let x = Math.floor(rect.l / 240); x <= Math.floor(rect.r / 240); x += 1) {
      for (let y = Math.floor(rect.t / 120); y <= Math.floor(rect.b / 120); y += 1) found.push(`${x}:${y}`);
    }
    return found;
  };
  const put = (rect) => {
    for (const cell of cellsOf(rect)) {
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(rect);
    }
  };
  const free = (rect) =>
    cellsOf(rect).every((cell) => (cells.get(cell) || []).every((o) => rect.r < o.l || rect.l > o.r || rect.b < o.t || rect.t > o.b));
  for (const box of boxes) {
    put({ l: box.x - box.w / 2 - 2, r: box.x + box.w / 2 + 2, t: box.y - box.h / 2 - 2, b: box.y + box.h / 2 + 2 });
  }
  for (const id of shown.lines) {
    const line = LINES.get(id);
    const text = pick(line.text);
    if (!text) continue;
    const { curve, first, last } = curveOf(line);
    const half = textWidth(text, WORD_FONT) / 2 + 5;
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78]) {
      const at = pointAt(curve, first + (last - first) * share);
      const rect = { l: at.x - half, r: at.x + half, t: at.y - 9, b: at.y + 9 };
      if (free(rect)) {
        put(rect);
        taken.push(rect);
        places.set(id, at);
        break;
      }
    }
  }
  wordPlaces = places;
}

function wordPlace(line) {
  if (!wordPlaces) placeWords();
  return wordPlaces.get(line.id) || null;
}

function middleOf(line) {
  const { curve, first, last } = curveOf(line);
  return pointAt(curve, (first + last) / 2);
}

function moved() {
  wordPlaces = null;
}

// The rectangle around all boxes that are shown, with the headings of the columns.
function extent() {
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
  return !state.around && (PAGE.tiers || []).some((tier) => pick(tier.text));
}
