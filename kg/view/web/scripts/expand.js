// Which boxes a picture opens with, and what a double click adds to it or takes from it.

// Above so many boxes a picture opens with what was asked for and the boxes beside that.
const OPEN_WHOLE = 5000;
const SEEDS = 40;
const SEEDED = 240;

// The boxes that the picture opens with; null when it opens with all of them.
let core = null;
// How many boxes beside a box could be unfolded.
let folded = new Map();

function findCore() {
  const far = [...BOXES.values()].filter((box) => box.far);
  if (far.length) core = new Set([...BOXES.keys()].filter((id) => !BOXES.get(id).far));
  else if (BOXES.size > OPEN_WHOLE) core = seeds();
}

// What was asked for, or else the boxes of most lines, with the boxes beside each.
function seeds() {
  const boxes = [...BOXES.values()];
  const asked = boxes.filter((box) => box.asked);
  const first = asked.length ? asked : boxes.sort((one, two) => two.lines.length - one.lines.length);
  const found = new Set(first.slice(0, SEEDS).map((box) => box.id));
  for (const id of [...found]) for (const other of beside(BOXES.get(id))) if (found.size < SEEDED) found.add(other);
  return found;
}

const beside = (box) => new Set(box.lines.map((line) => (line.from === box.id ? line.to : line.from)).filter((id) => id !== box.id));

// The boxes of all statements that a box takes part in: they unfold together.
const partnersOf = new Map();

function partners(id) {
  if (!partnersOf.has(id)) partnersOf.set(id, around(id, 1).boxes);
  return partnersOf.get(id);
}

// The boxes that are unfolded: those that the picture opens with and those beside each that was opened, without what
// hangs only by boxes that were shut.
function unfolded() {
  if (!core && !state.shut.size) return null;
  const found = new Set(core && !state.all ? core : BOXES.keys());
  for (const id of state.open) {
    for (const other of partners(id)) found.add(other);
  }
  for (const id of hanging(found)) found.delete(id);
  return found;
}

function* hanging(boxes) {
  for (const id of boxes) {
    const box = BOXES.get(id);
    if (box.asked || state.shut.has(id) || !state.shut.size) continue;
    const others = [...beside(box)].filter((other) => boxes.has(other));
    if (others.length && others.every((other) => state.shut.has(other))) yield id;
  }
}

// Statements of the surroundings are drawn where the reader went to look for them.
const isUnfolded = (line) => !line.far || state.all || line.statements.some((id) => (STATEMENTS.get(id).things || []).some((thing) => state.open.has(thing)));

function countFolded(boxes) {
  folded = new Map();
  if (!core && !state.shut.size) return;
  for (const id of boxes) {
    const more = [...partners(id)].filter((other) => !boxes.has(other) && !state.hide.has(`c:${BOXES.get(other).cls}`)).length;
    if (more) folded.set(id, more);
  }
}

// Unfold what hangs by a box, or fold it again.
function toggleFold(id) {
  if (!id || state.around) return;
  const [open, shut] = [new Set(state.open), new Set(state.shut)];
  if (shut.delete(id)) open.delete(id);
  else if (open.has(id)) open.delete(id);
  else if (folded.has(id)) open.add(id);
  else shut.add(id);
  change({ open, shut, node: id, edge: "", to: "" });
  if (shown.boxes.has(id)) reveal(id);
}

function foldText(id) {
  if (folded.has(id) && !state.open.has(id)) return say("unfold", { n: folded.get(id) });
  if (state.shut.has(id)) return say("unfold", { n: folded.get(id) || 0 });
  return say("fold");
}

// The places are those of the answer's own picture, unless what is shown is not that picture.
const isRearranged = () => Boolean(state.around || (core && !state.all && (state.open.size || BOXES.size > OPEN_WHOLE)));

// A box that has more beside it says how many.
function paintFolded(ctx, near) {
  const theme = ink();
  ctx.font = `600 11px ${FONT}`;
  for (const [id, more] of folded) {
    const box = BOXES.get(id);
    if (!box.own || (near && !near.boxes.has(id))) continue;
    const text = `+${more}`;
    const [x, y] = [box.x + box.w / 2 - 4, box.y - box.h / 2];
    const half = Math.max(textWidth(text, ctx.font) / 2 + 5, 10);
    ctx.fillStyle = theme.accent;
    ctx.fill(new Path2D(rounded(x - half, y - 9, x + half, y + 9, 9)));
    ctx.fillStyle = theme.ground;
    ctx.fillText(text, x, y + 0.5);
  }
}
