// Everything by keyboard: arrows walk along the lines, letters stand for the buttons.

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (typing && event.key !== "Escape") return;
  const action = ANYWHERE[event.key] || (inStage(event.target) ? IN_PICTURE[event.key] : null);
  if (!action) return;
  event.preventDefault();
  action();
}

const inStage = (element) => byId("stage").contains(element);

const ANYWHERE = {
  "/": () => byId("search").focus(),
  l: () => switchLanguage(),
  d: () => switchTheme(),
  Escape: () => escape(),
};

const IN_PICTURE = {
  ArrowLeft: () => walk(-1),
  ArrowRight: () => walk(1),
  ArrowUp: () => step(-1),
  ArrowDown: () => step(1),
  Enter: () => byId("panel").focus(),
  "+": () => zoom(1.25),
  "=": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: () => wholePicture(),
  e: () => toggleFold(state.node),
  f: () => state.node && change({ around: state.around ? 0 : 1 }),
};

function escape() {
  if (byId("keys").open) byId("keys").close();
  else if (state.around) change({ around: 0 });
  else select("");
}

const byPlace = (one, two) => one.x - two.x || one.y - two.y;

function firstBox() {
  const boxes = [...shown.boxes].map((id) => BOXES.get(id)).sort(byPlace);
  return boxes.find((box) => box.asked) || boxes[0];
}

// To the next box along a line: -1 upstream (to the left), 1 downstream.
function walk(side) {
  const box = BOXES.get(state.node);
  if (!box) return goTo(firstBox());
  const others = neighbours(box).filter((other) => Math.sign(other.x - box.x) === side);
  return goTo(others.sort((a, b) => Math.abs(a.y - box.y) - Math.abs(b.y - box.y))[0]);
}

// To the box above or below, in the same column where there is one.
function step(side) {
  const box = BOXES.get(state.node);
  if (!box) return goTo(firstBox());
  const others = [...shown.boxes].map((id) => BOXES.get(id)).filter((other) => other !== box && Math.sign(other.y - box.y) === side);
  const far = (other) => Math.abs(other.y - box.y) + 3 * Math.abs(other.x - box.x);
  return goTo(others.sort((a, b) => far(a) - far(b))[0]);
}

function neighbours(box) {
  const ids = box.lines.filter((line) => shown.lines.has(line.id)).map((line) => (line.from === box.id ? line.to : line.from));
  return [...new Set(ids)].filter((id) => id !== box.id).map((id) => BOXES.get(id));
}

function goTo(box) {
  if (!box) return;
  select(box.id);
  reveal(box.id);
}

// Tell a screen reader what is chosen.
function announce() {
  const box = BOXES.get(state.node);
  const line = LINES.get(state.edge);
  let text = "";
  if (box) {
    const beside = neighbours(box);
    text = say("announce", {
      name: [boxName(box, "zh"), boxName(box, "en")].filter((name, place, all) => all.indexOf(name) === place).join(" "),
      cls: className(box.cls),
      n: statementsAt(box).length,
      up: beside.filter((other) => other.x < box.x).length,
      down: beside.filter((other) => other.x > box.x).length,
    });
  } else if (line) text = `${boxName(BOXES.get(line.from))} ${pick(line.text)} ${boxName(BOXES.get(line.to))}`;
  byId("live").textContent = text;
}
