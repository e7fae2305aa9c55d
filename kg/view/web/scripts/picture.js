// The picture: vis-network holds boxes and lines, moves and hits them; we give it places, curves and the look.

let network = null;
let nodes = null;
let edges = null;
let hovered = "";

function drawPicture() {
  const container = byId("mynetwork");
  placeStrays();
  nodes = new vis.DataSet(DATA.nodes.map(visNode));
  edges = new vis.DataSet(DATA.edges.map(visEdge).filter(Boolean));
  container.style.height = `${pictureHeight()}px`;
  network = new vis.Network(container, { nodes, edges }, DATA.options);
  window.network = network; // as in any page of pyvis
  for (const box of BOXES.values()) sizeNode(box);
  for (const line of LINES.values()) ownEdge(line);
  network.on("beforeDrawing", paintGround);
  network.on("afterDrawing", paintOver);
  network.on("click", clicked);
  // The browser's own double click: vis-network's is missed where a click takes long to be answered.
  container.addEventListener("dblclick", doubleClicked);
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(""));
  network.on("hoverEdge", ({ edge }) => hover(edge));
  network.on("blurEdge", () => hover(""));
  network.on("dragging", dragged);
  network.on("dragEnd", dragged);
  network.on("stabilized", follows);
  if (isLarge()) drawLarge();
  clickSlowly();
  listenToMap();
  for (const frame of container.querySelectorAll("[tabindex]")) frame.tabIndex = -1;
  fit();
}

// Nodes that a user added without a place stand in a row below the picture.
function placeStrays() {
  const placed = [...BOXES.values()].filter((box) => Number.isFinite(box.x) && Number.isFinite(box.y));
  const bottom = placed.reduce((low, box) => Math.max(low, box.y + box.h / 2), 0) + 90;
  let x = 0;
  for (const node of DATA.nodes) {
    const box = BOXES.get(node.id);
    if (Number.isFinite(box.x) && Number.isFinite(box.y)) continue;
    [box.x, box.y] = [x, bottom];
    [node.x, node.y] = [x, bottom];
    x += 190;
  }
}

function visNode(node) {
  const { kg, title, ...rest } = node;
  const own = kg ? { shape: "custom", ctxRenderer: renderBox, label: " ", size: 1 } : {};
  return { ...rest, ...own, ...titled(title) };
}

// In a large picture vis-network gets only the edges that a user added.
function visEdge(edge, index) {
  const { kg, title, ...rest } = edge;
  return kg && isLarge() ? null : { ...rest, id: lineId(edge, index), label: kg ? undefined : edge.label, ...titled(title) };
}

// A title is shown as text whatever it holds.
function titled(title) {
  return title ? { title: make("div", { text: String(title) }) } : {};
}

function renderBox({ ctx, id, x, y }) {
  const box = BOXES.get(id);
  return {
    drawNode() {
      [box.x, box.y] = [x, y];
      paintBox(ctx, box, x, y, id === state.node || id === state.to ? "selected" : id === hovered ? "hover" : "");
    },
    nodeDimensions: { width: box.w, height: box.h },
  };
}

// vis-network learns the size of a custom node only by drawing it; tell it before.
function sizeNode(box) {
  const node = network.body.nodes[box.id];
  if (!node || !box.own) return;
  const { shape } = node;
  [shape.customSizeWidth, shape.customSizeHeight] = [box.w, box.h];
  [shape.width, shape.height] = [box.w, box.h];
  shape.updateBoundingBox = (x, y) => {
    shape.boundingBox = { left: x - box.w / 2, right: x + box.w / 2, top: y - box.h / 2, bottom: y + box.h / 2 };
    [shape.left, shape.top] = [x - box.w / 2, y - box.h / 2];
  };
  shape.updateBoundingBox(box.x, box.y);
}

// An edge is drawn and hit along our curve; edges that a user added stay vis-network's own.
function ownEdge(line) {
  const edge = network.body.edges[line.id];
  if (!edge || !line.own || edge.ofPage) return;
  edge.ofPage = true;
  edge.draw = (ctx) => edge.options.hidden || paintLine(ctx, line);
  edge.drawArrows = () => {};
  edge.isOverlappingWith = (at) => !edge.options.hidden && distance(curveOf(line), { x: at.left, y: at.top }) < 8;
}

// vis-network takes a press of more than a quarter of a second for a hold: a slow hand or machine would not click.
function clickSlowly() {
  const { hammer } = network.canvas;
  for (const [kind, time] of [["tap", 5000], ["press", 5001]]) if (hammer && hammer.get(kind)) hammer.get(kind).set({ time });
}

const dragged = ({ nodes: held }) => held.length && follows();

// After boxes were dragged: their places, and the words on the lines.
function follows() {
  for (const [id, { x, y }] of Object.entries(network.getPositions())) {
    const box = BOXES.get(id);
    if (box) [box.x, box.y] = [x, y];
  }
  moved();
}

// ---------------------------------------------------------------- painting

function paintLine(ctx, line) {
  const one = STROKES.get(standingOf(line)) || stroke(line);
  const curve = curveOf(line);
  const [p0, p1, p2, p3] = curve;
  const [angle, wide] = [arrival(curve), line.id === hovered || line.id === state.edge ? 1.4 : 0];
  ctx.save();
  ctx.strokeStyle = one[isDark() ? "dark" : "light"];
  ctx.fillStyle = ctx.strokeStyle;
  ctx.lineWidth = one.width + wide;
  ctx.setLineDash(one.dashes);
  ctx.beginPath();
  ctx.moveTo(p0.x, p0.y);
  ctx.bezierCurveTo(p1.x, p1.y, p2.x, p2.y, p3.x - 4 * Math.cos(angle), p3.y - 4 * Math.sin(angle));
  ctx.stroke();
  ctx.setLineDash([]);
  if (network.getScale() < LEGIBLE / 2) return ctx.restore();
  const head = new Path2D(arrowHead(one.arrow, p3.x, p3.y, angle, 10));
  if (one.arrow === "vee") ctx.stroke(head);
  else ctx.fill(head);
  return ctx.restore();
}

function paintGround(ctx) {
  if (paintStill(ctx)) return;
  paintBands(ctx);
  if (isLarge()) paintLines(ctx, inView(), dragging ? Math.ceil(shown.lines.size / DRAGGED_LINES) : 1);
}

function paintBands(ctx) {
  const theme = ink();
  if (!hasHeadings()) return;
  const { t, b } = extent();
  ctx.save();
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "center";
  (PAGE.tiers || []).forEach((tier, index) => {
    const text = pick(tier.text);
    if (index % 2 === 0) {
      ctx.fillStyle = theme.band;
      ctx.fillRect(tier.left - 30, t, tier.right - tier.left + 60, b - t);
    }
    if (!text) return;
    ctx.fillStyle = theme.soft;
    ctx.font = `600 13px ${FONT}`;
    ctx.fillText(text.toUpperCase(), (tier.left + tier.right) / 2, t + 26, tier.right - tier.left + 56);
  });
  ctx.font = WORD_FONT;
  for (const { text, x, colour } of gapWords()) {
    ctx.fillStyle = colour;
    ctx.fillText(`${text} →`, x, t + 26);
  }
  ctx.restore();
}

function paintOver(ctx) {
  const near = highlighted();
  if (near) paintVeil(ctx, near);
  paintMap();
  if (network.getScale() < LEGIBLE) return;
  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const at = places(near);
  for (const id of near ? near.lines : shown.lines) if (shown.lines.has(id)) paintWords(ctx, LINES.get(id), at.get(id));
  paintFolded(ctx, near);
  ctx.restore();
}

// Everything but what is highlighted fades; no box is changed for it.
function paintVeil(ctx, near) {
  const { width, height } = ctx.canvas;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = isDark() ? 0.8 : 0.82;
  ctx.fillStyle = ink().ground;
  ctx.fillRect(0, 0, width, height);
  ctx.restore();
  for (const id of near.lines) {
    const edge = network.body.edges[id];
    if (!edge && shown.lines.has(id)) paintLine(ctx, LINES.get(id));
    else if (edge && edge.connected && shown.lines.has(id)) {
      edge.draw(ctx);
      if (!edge.ofPage) edge.drawArrows(ctx);
    }
  }
  for (const id of near.boxes) {
    const node = network.body.nodes[id];
    if (node && shown.boxes.has(id)) node.draw(ctx);
  }
}

function paintWords(ctx, line, place) {
  const text = pick(line.text);
  const at = place || (line.id === hovered || line.id === state.edge ? middleOf(line) : null);
  if (!at || !text || !line.own) return;
  const theme = ink();
  ctx.font = WORD_FONT;
  const half = textWidth(text, WORD_FONT) / 2 + 4;
  ctx.globalAlpha = 0.88;
  ctx.fillStyle = theme.ground;
  ctx.fill(new Path2D(rounded(at.x - half, at.y - 9, at.x + half, at.y + 9, 5)));
  ctx.globalAlpha = 1;
  ctx.fillStyle = (STROKES.get(standingOf(line)) || stroke(line))[isDark() ? "dark" : "light"];
  ctx.fillText(text, at.x, at.y + 0.5);
}

// ---------------------------------------------------------------- what the reader does

function clicked({ nodes: hitNodes, edges: hitEdges, event, pointer }) {
  const at = event && event.srcEvent;
  const line = hitEdges[0] || (hitNodes.length ? "" : lineAt(pointer.canvas));
  if (hitNodes.length) {
    if (at && at.shiftKey && state.node && hitNodes[0] !== state.node) change({ to: hitNodes[0] });
    else select(hitNodes[0]);
  } else if (line) selectLine(line);
  else if (state.node || state.edge) select("");
}

function doubleClicked(event) {
  const area = byId("mynetwork").getBoundingClientRect();
  toggleFold(network.getNodeAt({ x: event.clientX - area.x, y: event.clientY - area.y }));
}

function hover(id) {
  hovered = id;
  byId("mynetwork").style.cursor = id ? "pointer" : "";
  network.redraw();
}

// ---------------------------------------------------------------- view

function pictureHeight() {
  const { l, r, t, b } = extent();
  const room = byId("mynetwork").clientWidth || 900;
  const wanted = (b - t) * Math.min(1, room / (r - l)) + 16;
  return Math.round(Math.max(260, Math.min(wanted, Math.max(420, window.innerHeight * 0.76))));
}

// Show the whole picture; where that would be too small to read, show the boxes of the answer.
function fit() {
  const { l, r, t, b } = extent();
  const { clientWidth: width, clientHeight: height } = byId("mynetwork");
  const asked = [...shown.boxes].map((id) => BOXES.get(id)).filter((box) => box.asked);
  const scale = Math.min(width / (r - l), height / (b - t));
  if (scale >= READABLE || !asked.length) return wholePicture();
  const mean = (key) => asked.slice(0, 12).reduce((sum, box) => sum + box[key], 0) / Math.min(asked.length, 12);
  return network.moveTo({ position: { x: mean("x"), y: mean("y") }, scale: 0.6, animation: false });
}

// Below this scale the labels cannot be read at all.
const READABLE = 0.3;

function wholePicture() {
  const { l, r, t, b } = extent();
  const { clientWidth: width, clientHeight: height } = byId("mynetwork");
  const scale = Math.max(Math.min(width / (r - l), height / (b - t), 1.15), 0.02);
  network.moveTo({ position: { x: (l + r) / 2, y: (t + b) / 2 }, scale, animation: false });
}

function zoom(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, 0.05), 4);
  network.moveTo({ scale, animation: false });
}

// Bring a box into view, without moving anything when it can be seen already.
function reveal(id) {
  const box = BOXES.get(id);
  const { clientWidth: width, clientHeight: height } = byId("mynetwork");
  const at = network.canvasToDOM({ x: box.x, y: box.y });
  const inView = at.x > 60 && at.y > 40 && at.x < width - 60 && at.y < height - 40;
  if (!inView || network.getScale() < 0.45) {
    network.moveTo({ position: { x: box.x, y: box.y }, scale: Math.max(network.getScale(), 0.8), animation: false });
  }
}

// ---------------------------------------------------------------- following the state

let drawnAs = "";
let shownAs = null;

function followPicture() {
  const wanted = [[...state.hide].join(), state.year, state.around, state.around ? state.node : "", listOf(state.open), listOf(state.shut), state.all].join("|");
  if (wanted !== shownAs) {
    shownAs = wanted;
    findShown();
    groupLines();
    moved();
    if (network) hideTheRest();
  }
  if (!network) return;
  const arrangement = isRearranged() ? [state.around, state.around && state.node, listOf(state.open), listOf(state.shut)].join("|") : core && state.all ? "all" : "";
  if (arrangement !== drawnAs) {
    arrange();
    drawnAs = arrangement;
  }
  byId("mynetwork").setAttribute("aria-label", pictureLabel());
  network.redraw();
}

// Tell vis-network what is hidden, without a change of its data a box: that takes it most of a second for thousands.
function hideTheRest() {
  for (const [id, node] of Object.entries(network.body.nodes)) if (BOXES.has(id)) node.options.hidden = !shown.boxes.has(id);
  for (const [id, edge] of Object.entries(network.body.edges)) if (LINES.has(id)) edge.options.hidden = !shown.lines.has(id);
  network._updateVisibleIndices();
}

function pictureLabel() {
  return `${say("picture")}: ${PAGE.question || ""}. ${pick(PAGE.counts)}`;
}
