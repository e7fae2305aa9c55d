// Large pictures: lines are painted in bulk and found through a grid; boxes too small to be read are plain rectangles.

// Up to so many boxes and lines vis-network draws each of them; above, this part does.
const FULL_BOXES = 1200;
const FULL_LINES = 1500;
// While a box is dragged, at most about so many lines are painted: all of them when it stands still.
const DRAGGED_LINES = 1000;

const isLarge = () => BOXES.size > FULL_BOXES || LINES.size > FULL_LINES;

let dragging = false;

// Take the drawing of boxes over from vis-network, whose way costs a call a box and frame.
function drawLarge() {
  const { renderer } = network;
  if (typeof renderer._drawNodes !== "function") return;
  renderer._drawNodes = (ctx) => {
    if (!still || still.scale !== network.getScale()) paintBoxes(ctx, inView());
    return { drawExternalLabels() {} };
  };
  network.on("dragStart", ({ nodes: held }) => {
    dragging = true;
    still = held.length ? null : stillOf(inView());
  });
  network.on("dragEnd", () => {
    dragging = false;
    still = null;
    network.redraw();
  });
}

// While the view is dragged the picture itself stands still: it is painted once, with a margin, and moved as an image.
let still = null;

function stillOf(view) {
  const [width, height] = [view.r - view.l, view.b - view.t];
  const whole = extent();
  const area = {
    l: Math.max(view.l - width / 2, whole.l - 60),
    t: Math.max(view.t - height / 2, whole.t - 60),
    r: Math.min(view.r + width / 2, whole.r + 60),
    b: Math.min(view.b + height / 2, whole.b + 60),
  };
  const scale = network.getScale();
  const dense = scale * pixelsPerUnit();
  const canvas = make("canvas", { width: Math.max(Math.ceil((area.r - area.l) * dense), 1), height: Math.max(Math.ceil((area.b - area.t) * dense), 1) });
  const ctx = canvas.getContext("2d");
  ctx.scale(dense, dense);
  ctx.translate(-area.l, -area.t);
  paintBands(ctx);
  paintLines(ctx, area, 1);
  paintBoxes(ctx, area);
  return { canvas, scale, area, whole };
}

const pixelsPerUnit = () => network.canvas.frame.canvas.width / (network.canvas.frame.canvas.clientWidth || 1);

// Paint the still image where the view is now; false when there is none, or it does not reach far enough.
function paintStill(ctx) {
  if (!still || still.scale !== network.getScale()) return false;
  const view = inView();
  const short = (side, least) => (least ? still.area[side] > view[side] && still.area[side] > still.whole[side] - 59 : still.area[side] < view[side] && still.area[side] < still.whole[side] + 59);
  if (short("l", true) || short("t", true) || short("r", false) || short("b", false)) still = stillOf(view);
  const at = network.canvasToDOM({ x: still.area.l, y: still.area.t });
  const dense = pixelsPerUnit();
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(still.canvas, Math.round(at.x * dense), Math.round(at.y * dense));
  ctx.restore();
  return true;
}

// What of the picture is on the screen, in the picture's measure.
function inView() {
  const { clientWidth, clientHeight } = byId("mynetwork");
  const [from, to] = [network.DOMtoCanvas({ x: -10, y: -10 }), network.DOMtoCanvas({ x: clientWidth + 10, y: clientHeight + 10 })];
  return { l: from.x, t: from.y, r: to.x, b: to.y };
}

function paintBoxes(ctx, view) {
  const small = network.getScale() < LEGIBLE;
  const looks = new Map();
  for (const id of shown.boxes) {
    const box = BOXES.get(id);
    const node = network.body.nodes[id];
    if (box.x !== node.x || box.y !== node.y) settle(box, node);
    if (!box.own) node.draw(ctx);
    else if (box.x + box.w / 2 < view.l || box.x - box.w / 2 > view.r || box.y + box.h / 2 < view.t || box.y - box.h / 2 > view.b) continue;
    else if (small && id !== state.node && id !== state.to) {
      if (!looks.has(box.cls)) looks.set(box.cls, []);
      looks.get(box.cls).push(box);
    } else node.draw(ctx);
  }
  for (const [cls, boxes] of looks) paintRectangles(ctx, cls, boxes);
}

function paintRectangles(ctx, cls, boxes) {
  const { fill, line } = boxColours({ cls });
  // From so far away the outline is the colour: fills are pale.
  ctx.fillStyle = network.getScale() < LEGIBLE / 3 ? line : fill;
  ctx.strokeStyle = line;
  ctx.lineWidth = 2;
  for (const box of boxes) ctx.fillRect(box.x - box.w / 2, box.y - box.h / 2, box.w, box.h);
  if (network.getScale() < LEGIBLE / 3) return;
  for (const box of boxes) ctx.strokeRect(box.x - box.w / 2, box.y - box.h / 2, box.w, box.h);
}

// A box has been moved: its place, and where vis-network looks for it.
function settle(box, node) {
  [box.x, box.y] = [node.x, node.y];
  node.shape.updateBoundingBox(node.x, node.y);
  moved();
}

// ---------------------------------------------------------------- lines

// The ends of all lines that are shown, by the look of the line; made when first needed after a change.
let bulk = null;

function bulkLines() {
  if (bulk) return bulk;
  bulk = new Map();
  for (const id of shown.lines) {
    const line = LINES.get(id);
    if (!line.own) continue;
    const [a, b] = [BOXES.get(line.from), BOXES.get(line.to)];
    const side = sideAt(a, b);
    const standing = standingOf(line);
    if (!bulk.has(standing)) bulk.set(standing, []);
    bulk.get(standing).push(a.x + (side * a.w) / 2, a.y, b.x + (sideAt(b, a) * b.w) / 2, b.y);
  }
  return bulk;
}

// Lines of a part of the picture, every so many of them.
function paintLines(ctx, view, every) {
  if (network.getScale() >= LEGIBLE) return paintNearLines(ctx, view, every);
  ctx.save();
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 0.8 / network.getScale();
  for (const [standing, ends] of bulkLines()) {
    ctx.strokeStyle = (STROKES.get(standing) || stroke({ standing }))[isDark() ? "dark" : "light"];
    ctx.beginPath();
    for (let at = 0; at < ends.length; at += 4 * every) {
      const [x, y, u, v] = [ends[at], ends[at + 1], ends[at + 2], ends[at + 3]];
      if (Math.max(x, u) < view.l || Math.min(x, u) > view.r || Math.max(y, v) < view.t || Math.min(y, v) > view.b) continue;
      ctx.moveTo(x, y);
      ctx.lineTo(u, v);
    }
    ctx.stroke();
  }
  return ctx.restore();
}

// Near enough to be read, the lines are drawn as in any picture.
function paintNearLines(ctx, view, every) {
  const near = linesWithin(view);
  for (let place = 0; place < near.length; place += every) paintLine(ctx, near[place]);
}

function linesWithin(view) {
  const found = [];
  for (const id of shown.lines) {
    const line = LINES.get(id);
    if (!line.own) continue;
    const [a, b] = [BOXES.get(line.from), BOXES.get(line.to)];
    const reach = 60;
    if (Math.max(a.x, b.x) < view.l - reach || Math.min(a.x, b.x) > view.r + reach) continue;
    if (Math.max(a.y, b.y) < view.t - reach || Math.min(a.y, b.y) > view.b + reach) continue;
    found.push(line);
  }
  return found;
}

// The line at a place of the picture; vis-network knows none of a large picture.
function lineAt(point) {
  if (!isLarge()) return "";
  const small = network.getScale() < LEGIBLE;
  const near = linesWithin({ l: point.x, r: point.x, t: point.y, b: point.y });
  const hit = near.find((line) => distance(small ? straight(line) : curveOf(line), point) < 8);
  return hit ? hit.id : "";
}

function straight(line) {
  const [a, b] = [BOXES.get(line.from), BOXES.get(line.to)];
  const from = { x: a.x + (sideAt(a, b) * a.w) / 2, y: a.y };
  const to = { x: b.x + (sideAt(b, a) * b.w) / 2, y: b.y };
  return [from, from, to, to];
}
