// The legend says what shapes, words and lines mean, how many there are, and hides what is clicked.

function followLegend() {
  const open = byId("legend");
  open.replaceChildren(
    legendRow(say("classes"), classChips()),
    legendRow(say("frames"), frameChips()),
    legendRow(say("standings"), standingChips()),
    ...yearPart(),
    ...hiddenPart(),
  );
}

function legendRow(title, chips) {
  return chips.length ? make("div", { class: "row" }, make("span", { class: "title", text: title }), ...chips) : "";
}

function chip(key, sample, text, count) {
  const off = state.hide.has(key);
  return make(
    "button",
    {
      type: "button",
      class: "chip",
      "aria-pressed": String(!off),
      "data-filter": key,
      onclick: () => {
        const hide = new Set(state.hide);
        if (off) hide.delete(key);
        else hide.add(key);
        change({ hide });
        const again = document.querySelector(`[data-filter="${CSS.escape(key)}"]`);
        if (again) again.focus();
      },
    },
    sample,
    make("span", { text }),
    make("span", { class: "count", text: String(count) }),
  );
}

function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function classChips() {
  const counts = countBy([...BOXES.values()].filter((box) => box.thing === box.id).map((box) => box.cls));
  const known = [...CLASSES.keys(), ""].filter((cls) => counts.has(cls));
  return known.map((cls) => chip(`c:${cls}`, sampleBox(cls), className(cls), counts.get(cls)));
}

function frameChips() {
  const counts = countBy([...STATEMENTS.values()].map((statement) => statement.frame));
  return [...FRAMES.keys()].map((frame) => chip(`f:${frame}`, "", pick(FRAMES.get(frame)), counts.get(frame) || 0));
}

function standingChips() {
  const counts = countBy([...STATEMENTS.values()].map((statement) => statement.standing));
  const known = [...STROKES.keys()].filter((standing) => counts.has(standing));
  return known.map((standing) => chip(`s:${standing}`, sampleLine(standing), status(standing), counts.get(standing)));
}

function yearPart() {
  const years = yearsOfAnswer();
  if (years.length < 2) return [];
  const slider = make("input", {
    type: "range",
    id: "year",
    min: 0,
    max: years.length,
    step: 1,
    value: state.year ? years.indexOf(state.year) + 1 : 0,
    "aria-label": say("time"),
    "aria-valuetext": state.year ? String(state.year) : say("time_all"),
    onchange: (event) => {
      change({ year: years[Number(event.target.value) - 1] || 0 });
      byId("year").focus();
    },
  });
  const text = make("span", { class: "year", text: state.year ? String(state.year) : say("time_all") });
  return [make("div", { class: "row" }, make("span", { class: "title", text: say("time") }), slider, text)];
}

// What the picture could unfold, and all of it at once.
function foldedPart(count) {
  const all = make("button", { type: "button", class: "small", onclick: () => change({ all: true, open: new Set() }), text: say("unfold_all") });
  return count ? [make("div", { class: "row" }, make("span", { class: "hint", text: say("folded", { n: count }) }), all)] : [];
}

function hiddenPart() {
  const count = BOXES.size - shown.boxes.size;
  if (core && !state.all && !state.hide.size && !state.year && !state.around) return foldedPart(count);
  if (!count && !state.hide.size && !state.all) return [];
  const reset = make("button", {
    type: "button",
    class: "small",
    onclick: () => change({ hide: new Set(), around: 0, year: 0, shut: new Set(), open: new Set(), all: false }),
    text: say("reset"),
  });
  return [make("div", { class: "row" }, make("span", { class: "hint", text: say("hidden", { n: count }) }), reset)];
}
