// What is highlighted around the chosen box or line, and the new arrangement when only that is wanted.

// The boxes and lines that stand out now; null when everything does. Asked for several times a frame.
let outstanding = null;

function highlighted() {
  const key = [state.node, state.edge, state.to].join("\n");
  if (!outstanding || outstanding.key !== key || outstanding.shown !== shown) outstanding = { key, shown, found: findHighlighted() };
  return outstanding.found;
}

function findHighlighted() {
  if (state.node && state.to) {
    const found = way(state.node, state.to);
    if (found) return found;
  }
  if (state.around) return null;
  if (state.open.has(state.node) || state.shut.has(state.node)) return null;
  if (state.node && shown.boxes.has(state.node)) return aroundBox(state.node);
  if (state.edge && shown.lines.has(state.edge)) return ofStatements(LINES.get(state.edge));
  return null;
}

function aroundBox(id) {
  const near = around(id, 1, (line) => shown.lines.has(line.id));
  return { boxes: near.boxes, lines: near.lines };
}

// All lines of the statements behind a line: they open the same evidence.
function ofStatements(line) {
  const lines = new Set([line.id]);
  for (const id of line.statements) for (const other of linesOfStatement.get(id) || []) lines.add(other.id);
  const boxes = new Set();
  for (const id of lines) {
    boxes.add(LINES.get(id).from);
    boxes.add(LINES.get(id).to);
  }
  return { boxes, lines };
}

const homes = new Map();

// Pack what is shown into columns of its own, or put every box back in its place.
function arrange() {
  if (!homes.size) for (const box of BOXES.values()) homes.set(box.id, { x: box.x, y: box.y });
  const places = isRearranged() ? packed() : core && state.all ? wholes() : homes;
  for (const [id, place] of places) {
    const [box, node] = [BOXES.get(id), network.body.nodes[id]];
    [box.x, box.y] = [node.x, node.y] = [place.x, place.y];
    if (box.own) node.shape.updateBoundingBox(box.x, box.y);
  }
  moved();
  wholePicture();
}

// Where the boxes stand when all the surroundings are shown.
function wholes() {
  return new Map([...homes].map(([id, home]) => [id, wholeOf(BOXES.get(id), home)]));
}

const wholeOf = (box, home) => (box.whole ? { x: box.whole[0], y: box.whole[1] } : home);
const PACK_GAP = 22;

function packed() {
  const columns = new Map();
  for (const [id, tier] of tiersOf(shown.boxes)) {
    if (!columns.has(tier)) columns.set(tier, []);
    columns.get(tier).push(BOXES.get(id));
  }
  const ordered = [...columns.keys()].sort((a, b) => a - b).map((tier) => columns.get(tier));
  const height = (box) => wholeOf(box, homes.get(box.id)).y;
  for (const column of ordered) column.sort((a, b) => height(a) - height(b));
  const places = new Map();
  let left = 0;
  for (const column of ordered) {
    const files = Math.ceil(column.length / 30);
    const width = Math.max(...column.map((box) => box.w || 100)) + 28;
    for (let file = 0; file < files; file += 1) {
      stack(column.filter((_, place) => place % files === file), left + width / 2, places);
      left += width;
    }
    left += 160;
  }
  if (shown.boxes.size <= 400) for (const column of [...ordered, ...[...ordered].reverse()]) pullTogether(column, places);
  return places;
}

// The column of each box: the answer's own as they stand, what was unfolded one further along the line to it.
function tiersOf(boxes) {
  const tiers = new Map();
  for (const id of boxes) if (!BOXES.get(id).far) tiers.set(id, BOXES.get(id).tier);
  if (!tiers.size) for (const id of boxes) tiers.set(id, BOXES.get(id).tier);
  const queue = [...tiers.keys()];
  while (queue.length) {
    const at = queue.shift();
    for (const line of BOXES.get(at).lines) {
      const [other, step] = line.from === at ? [line.to, 1] : [line.from, -1];
      if (!shown.lines.has(line.id) || tiers.has(other)) continue;
      tiers.set(other, tiers.get(at) + step);
      queue.push(other);
    }
  }
  for (const id of boxes) if (!tiers.has(id)) tiers.set(id, BOXES.get(id).tier);
  return tiers;
}

function stack(column, x, places) {
  let y = -column.reduce((sum, box) => sum + (box.h || 40) + PACK_GAP, -PACK_GAP) / 2;
  for (const box of column) {
    const h = box.h || 40;
    places.set(box.id, { x, y: y + h / 2 });
    y += h + PACK_GAP;
  }
}

// Order a column by the heights of what its boxes are tied to, and move it there as a whole.
function pullTogether(column, places) {
  if (column.length > 30) return;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const wanted = new Map(column.map((box) => {
    const others = [...beside(box)].filter((id) => places.has(id) && !column.includes(BOXES.get(id)));
    return [box.id, others.length ? mean(others.map((id) => places.get(id).y)) : places.get(box.id).y];
  }));
  column.sort((a, b) => wanted.get(a.id) - wanted.get(b.id));
  stack(column, places.get(column[0].id).x, places);
  const shift = mean([...wanted.values()]) - mean(column.map((box) => places.get(box.id).y));
  for (const box of column) places.get(box.id).y += shift;
}
