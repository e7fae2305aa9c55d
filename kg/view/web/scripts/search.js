// Search among the boxes: names in every language, other names, tickers, ids.

let index = [];
let found = [];
let active = -1;

function indexNames() {
  index = [...BOXES.values()].filter((box) => box.thing === box.id).map((box) => {
    const thing = THINGS.get(box.id) || {};
    const names = [boxName(box, "en"), boxName(box, "zh"), ...(thing.also || []), THINGS.has(box.id) ? box.id : ""];
    return { id: box.id, names: [...new Set(names.filter(Boolean))], folded: names.filter(Boolean).map(fold) };
  });
}

// Those whose name begins with the text first, then those that have it inside.
function lookUp(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const begins = [];
  const holds = [];
  for (const entry of index) {
    const places = entry.folded.map((name) => name.indexOf(wanted)).filter((place) => place >= 0);
    if (!places.length) continue;
    (Math.min(...places) === 0 ? begins : holds).push(entry);
  }
  return [...begins, ...holds].slice(0, 12);
}

function searched() {
  const input = byId("search");
  found = lookUp(input.value);
  active = found.length ? 0 : -1;
  showFound();
}

function showFound() {
  const input = byId("search");
  const list = byId("found");
  const open = input.value.trim() !== "" && document.activeElement === input;
  list.hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (open && active >= 0) input.setAttribute("aria-activedescendant", `found-${active}`);
  else input.removeAttribute("aria-activedescendant");
  if (!open) return list.replaceChildren();
  if (!found.length) return list.replaceChildren(make("li", { class: "none", role: "option", "aria-disabled": "true", text: say("search_none") }));
  return list.replaceChildren(...found.map(foundPart));
}

function foundPart(entry, place) {
  const box = BOXES.get(entry.id);
  const wanted = fold(byId("search").value);
  const hit = entry.names.find((name) => fold(name).includes(wanted));
  return make(
    "li",
    {
      id: `found-${place}`,
      role: "option",
      "aria-selected": String(place === active),
      onmousedown: (event) => {
        event.preventDefault();
        choose(entry.id);
      },
    },
    sampleBox(box.cls, box.asked),
    make("span", { text: boxName(box) }),
    hit && hit !== boxName(box) ? make("span", { class: "other", text: hit }) : null,
  );
}

function choose(id) {
  byId("search").value = "";
  byId("search").blur();
  showFound();
  const hide = new Set(state.hide);
  hide.delete(`c:${BOXES.get(id).cls}`);
  const open = new Set(state.open);
  const wanted = unfolded();
  if (wanted && !wanted.has(id)) open.add(id);
  change({ hide, open, node: id, edge: "", to: "", around: 0 });
  if (network) reveal(id);
  byId("stage").focus();
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) {
    active = (active + step + found.length) % found.length;
    showFound();
  } else if (event.key === "Enter" && found[active]) choose(found[active].id);
  else if (event.key === "Escape") {
    byId("search").value = "";
    searched();
    byId("stage").focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
