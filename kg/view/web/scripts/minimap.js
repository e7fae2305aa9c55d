// The minimap: the whole picture in a corner while only a part of it is in view; a press or a drag there moves the view.

const MAP_WIDTH = 190;
const MAP_HEIGHT = 120;
let mapGround = null;

function mapScale() {
  const { l, r, t, b } = extent();
  return Math.min(MAP_WIDTH / (r - l), MAP_HEIGHT / (b - t));
}

// All boxes as they stand, painted once after each change.
function mapOfBoxes() {
  const key = `${isDark()}`;
  if (mapGround && mapGround.key === key) return mapGround.canvas;
  const { l, t, r, b } = extent();
  const scale = mapScale();
  const canvas = make("canvas", { width: Math.ceil((r - l) * scale * 2), height: Math.ceil((b - t) * scale * 2) });
  const ctx = canvas.getContext("2d");
  ctx.scale(2 * scale, 2 * scale);
  ctx.translate(-l, -t);
  for (const id of shown.boxes) {
    const box = BOXES.get(id);
    ctx.fillStyle = boxColours(box).line;
    const [w, h] = [Math.max(box.w || 80, 1.5 / scale), Math.max(box.h || 40, 1.5 / scale)];
    ctx.fillRect(box.x - w / 2, box.y - h / 2, w, h);
  }
  mapGround = { key, canvas };
  return canvas;
}

function paintMap() {
  const map = byId("minimap");
  const view = inView();
  const { l, t, r, b } = extent();
  const whole = view.l <= l + 20 && view.r >= r - 20 && view.t <= t + 20 && view.b >= b - 20;
  map.hidden = whole || !shown.boxes.size;
  if (map.hidden) return;
  const scale = mapScale();
  const [width, height] = [Math.ceil((r - l) * scale), Math.ceil((b - t) * scale)];
  if (map.width !== 2 * width || map.height !== 2 * height) {
    [map.width, map.height] = [2 * width, 2 * height];
    [map.style.width, map.style.height] = [`${width}px`, `${height}px`];
  }
  const ctx = map.getContext("2d");
  ctx.clearRect(0, 0, map.width, map.height);
  ctx.drawImage(mapOfBoxes(), 0, 0);
  ctx.strokeStyle = ink().accent;
  ctx.lineWidth = 3;
  const [x, y] = [Math.max(view.l, l), Math.max(view.t, t)];
  ctx.strokeRect((x - l) * 2 * scale + 1.5, (y - t) * 2 * scale + 1.5, Math.max((Math.min(view.r, r) - x) * 2 * scale - 3, 3), Math.max((Math.min(view.b, b) - y) * 2 * scale - 3, 3));
}

function listenToMap() {
  const map = byId("minimap");
  const go = (event) => {
    if (!(event.buttons & 1)) return;
    const area = map.getBoundingClientRect();
    const { l, t } = extent();
    const scale = mapScale();
    network.moveTo({ position: { x: l + (event.clientX - area.x) / scale, y: t + (event.clientY - area.y) / scale }, animation: false });
  };
  map.addEventListener("pointerdown", (event) => {
    map.setPointerCapture(event.pointerId);
    go(event);
  });
  map.addEventListener("pointermove", go);
}
