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
  const places = state.around ? packed() : homes;
  for (const [id, place] of places) {
    const [box, node] = [BOXES.get(id), network.body.nodes[id]];
    [box.x, box.y] = [node.x, node.y] = [place.x, place.y];
    if (box.own) node.shape.updateBoundingBox(box.x, box.y);
  }
  moved();
  wholePicture();
}

function packed() {
  const columns = new Map();
  for (const id of shown.boxes) {
    const home = homes.get(id);
    const tier = tierOf(home);
    if (!columns.has(tier)) columns.set(tier, []);
    columns.get(tier).push(BOXES.get(id));
  }
  const places = new Map();
  let left = 0;
  for (const tier of [...columns.keys()].sort((a, b) => a - b)) {
    const column = columns.get(tier).sort((a, b) => homes.get(a.id).y - homes.get(b.id).y);
    const width = Math.max(...column.map((box) => box.w || 100));
    const height = column.reduce((sum, box) => sum + (box.h || 40) + 22, -22);
    let y = -height / 2;
    for (const box of column) {
      const h = box.h || 40;
      places.set(box.id, { x: left + width / 2, y: y + h / 2 });
      y += h + 22;
    }
    left += width + 190;
  }
  return places;
}
