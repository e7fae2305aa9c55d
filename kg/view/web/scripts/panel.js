// The panel: what is chosen, its statements, and who says so.

function followPanel() {
  const panel = byId("panel-body");
  panel.replaceChildren(...panelParts().filter(Boolean));
  byId("panel").hidden = !BOXES.size && !STATEMENTS.size;
  byId("panel").scrollTop = 0;
}

function panelParts() {
  if (state.node) return boxParts(BOXES.get(state.node));
  if (state.edge) return lineParts(LINES.get(state.edge));
  const asked = [...BOXES.values()].filter((box) => box.asked);
  const described = PAGE.kind === "description" && asked.length === 1 ? boxParts(asked[0]) : null;
  return described || [make("p", { class: "hint", text: [say("start"), PAGE.order ? say(`order_${PAGE.order}`) : ""].filter(Boolean).join(state.lang === "zh" ? "" : " ") }), ...answerParts()];
}

// With nothing chosen: the statements of the answer, when they are few enough to read.
function answerParts() {
  const ids = answered().filter(isSaid);
  return ids.length && ids.length <= 300 ? statementGroups(ids) : [];
}

function boxParts(box) {
  const thing = THINGS.get(box.thing);
  const other = boxName(box, state.lang === "en" ? "zh" : "en");
  const head = make(
    "div",
    { class: "thing" },
    make("h2", { text: boxName(box) }),
    other !== boxName(box) ? make("p", { class: "other", text: other }) : null,
    make("p", { class: "kind" }, sampleBox(box.cls, box.asked), make("span", { text: className(box.cls) })),
  );
  const facts = make("dl", { class: "facts" });
  const fact = (term, text) => text && facts.append(make("dt", { text: term }), make("dd", { text }));
  if (thing) {
    fact(say("also"), (thing.also || []).join(" · "));
    fact(say("kind"), (thing.kinds || []).map((kind) => pick(kind)).join(" · "));
    for (const [aspect, text] of thing.facts || []) fact(pick(aspect), pick(text));
    fact(say("identifier"), box.thing);
  }
  if (box.asked) fact(say("answer"), say(box.asked === "derived" ? "asked_derived" : "asked"));
  const own = thing && PAGE.browse ? make("a", { href: PAGE.browse + encodeURIComponent(box.thing), target: "_top", text: say("browse") }) : null;
  return [head, facts, own, boxTools(box), ...pathPart(), ...statementGroups(statementsAt(box))];
}

function statementsAt(box) {
  const own = statementsOfThing.get(box.thing) || [];
  return own.length ? own : [...new Set(box.lines.flatMap((line) => line.statements))];
}

function boxTools(box) {
  if (!box.lines.length || box.id !== state.node) return null;
  const button = (steps, text) =>
    make("button", {
      type: "button",
      class: "small",
      "aria-pressed": String(state.around === steps),
      onclick: () => change({ around: state.around === steps ? 0 : steps, to: "" }),
      text,
    });
  return make("div", { class: "tools" }, button(1, say("focus")), button(2, say("focus_two")), foldButton(box), state.to ? null : make("p", { class: "hint", text: say("path") }));
}

function foldButton(box) {
  if (state.around) return null;
  return make("button", { type: "button", class: "small", id: "fold", "aria-pressed": String(state.open.has(box.id) || state.shut.has(box.id)), onclick: () => toggleFold(box.id), text: foldText(box.id) });
}

function pathPart() {
  if (!state.to) return [];
  const found = way(state.node, state.to);
  const text = found ? say("path_found", { n: found.lines.size }) : say("path_none");
  return [make("p", { class: "path", text: `${boxName(BOXES.get(state.node))} → ${boxName(BOXES.get(state.to))}: ${text}` })];
}

function statementGroups(ids) {
  const said = ids.filter(isSaid);
  if (!said.length) return [make("p", { class: "hint", text: say("no_statements") })];
  const groups = new Map();
  for (const id of said) {
    const { frame } = STATEMENTS.get(id);
    groups.set(frame, [...(groups.get(frame) || []), id]);
  }
  const parts = [];
  for (const frame of FRAMES.keys()) {
    const members = groups.get(frame);
    if (!members) continue;
    parts.push(make("h3", {}, pick(FRAMES.get(frame)), " ", make("span", { class: "count", text: String(members.length) })));
    const ways = alike(inConflictOrder(members)).map((ids) => () => statementPart(ids, said.length <= 5));
    parts.push(...ways.slice(0, FIRST_STATEMENTS).map((way) => way()), restOf(ways.slice(FIRST_STATEMENTS)));
  }
  return parts;
}

// A thing that thousands of statements name has the rest of them behind a button.
const FIRST_STATEMENTS = 60;

function restOf(ways) {
  if (!ways.length) return null;
  const onclick = (event) => event.target.replaceWith(...ways.map((way) => way()));
  return make("button", { type: "button", class: "small", onclick, text: say("more", { n: ways.length }) });
}

// What a rule derives in several ways is said once, with all the ways.
function alike(ids) {
  const groups = new Map();
  for (const id of ids) {
    const { rule, text } = STATEMENTS.get(id);
    const key = rule ? `${rule}\n${pick(text)}` : id;
    groups.set(key, [...(groups.get(key) || []), id]);
  }
  return [...groups.values()];
}

// Statements that speak of the same stand side by side, derived ones below the others.
function inConflictOrder(ids) {
  const groups = new Map();
  const derived = (id) => (STATEMENTS.get(id).rule ? 1 : 0);
  for (const id of [...ids].sort((one, two) => derived(one) - derived(two))) {
    const { about } = STATEMENTS.get(id);
    groups.set(about, [...(groups.get(about) || []), id]);
  }
  return [...groups.values()].flat();
}

function lineParts(line) {
  const head = make(
    "div",
    { class: "thing" },
    make("h2", { text: `${boxName(BOXES.get(line.from))} → ${boxName(BOXES.get(line.to))}` }),
    make("p", { class: "kind" }, sampleLine(standingOf(line)), make("span", { text: status(standingOf(line)) }), make("span", { class: "other", text: pick(line.text) })),
  );
  const said = line.statements.filter(isSaid);
  return [head, ...alike(said).map((ids) => statementPart(ids, said.length <= 5))];
}

// One statement: its sentence, its details, its claims; closed at first where there are many.
function statementPart(ids, open) {
  const [id] = ids;
  const statement = STATEMENTS.get(id);
  const ways = ids.map((each) => STATEMENTS.get(each));
  const body = make("div", { class: "evidence" }, ...detailParts(statement), ...ways.flatMap((way, place) => evidenceParts(way, place)));
  const times = ids.length > 1 ? make("span", { class: "count", text: `×${ids.length}` }) : null;
  const title = make("summary", {}, badge(statement.standing), make("span", { class: "sentence", text: pick(statement.text) }), times);
  return make("details", { class: `statement ${statement.standing}`, "data-statement": id, open }, title, body);
}

function badge(standing, text = status(standing)) {
  return make("span", { class: `badge ${STROKES.has(standing) ? standing : ""}`, text });
}

function detailParts(statement) {
  const pairs = (statement.details || {})[state.lang] || [];
  if (!pairs.length) return [];
  const text = pairs.map(([key, value]) => (key ? `${key}: ${value}` : value)).join(" · ");
  return [make("p", { class: "details", text })];
}

function evidenceParts(statement, place) {
  if (statement.rule) {
    const rule = say("derived_by", { rule: pick(RULES.get(statement.rule)) });
    const premises = (statement.premises || []).filter((id) => STATEMENTS.has(id));
    return [
      place === 0 ? make("p", { class: "rule", text: rule }) : null,
      premises.length ? make("p", { class: "label", text: say(place === 0 ? "stands_on" : "stands_also_on") }) : null,
      ...premises.map((id) => statementPart([id], false)),
    ];
  }
  const claims = statement.claims || [];
  if (!claims.length) return [make("p", { class: "label", text: say("reference_note") })];
  return [make("ul", { class: "claims" }, ...claims.map(claimPart))];
}

function claimPart(claim) {
  const source = SOURCES.get(claim.source) || {};
  const facts = [
    claim.confidence ? `${say("heading_confidence")}: ${say(`confidence_${claim.confidence}`).replace(/^confidence_/, "")}` : "",
    source.publisher || "",
    source.author ? say("author", { n: source.author }) : "",
    source.date ? say("published", { n: source.date }) : "",
    source.reliability ? say("reliability", { n: source.reliability }) : "",
  ];
  return make(
    "li",
    {},
    make("div", { class: "source" }, badge(claim.status), sourceLink(source, source.title || claim.source)),
    make("div", { class: "facts", text: facts.filter(Boolean).join(" · ") }),
  );
}

// A source as a link, only where a browser may follow it.
function sourceLink(source, text) {
  if (!/^https?:\/\//i.test(source.url || "")) return make("span", { text });
  return make("a", { href: source.url, target: "_blank", rel: "noopener noreferrer", text });
}
