// The page puts itself together and follows the state from then on.

function followHead() {
  const set = (id, text) => {
    byId(id).textContent = text;
    byId(id).hidden = !text;
  };
  set("question", PAGE.question || "");
  set("headline", pick(PAGE.headline));
  byId("headline").dataset.boolean = PAGE.kind === "boolean" ? String(PAGE.boolean) : "";
  byId("reading").replaceChildren(...(PAGE.reading && pick(PAGE.reading) ? [make("span", { class: "label", text: `${say("understood")}: ` }), pick(PAGE.reading)] : []));
  const facts = [pick(PAGE.assumed), pick(PAGE.counts), PAGE.answered ? say("made", { date: PAGE.answered }) : ""];
  byId("facts").replaceChildren(...facts.filter(Boolean).map((text) => make("li", { text })));
  byId("notes").replaceChildren(...(PAGE.notes || []).map((note) => make("li", { text: pick(note) })));
  followAdvice();
}

function followAdvice() {
  const advice = PAGE.advice || [];
  byId("advice").hidden = !advice.length;
  if (!advice.length) return;
  const items = advice.map((one) => make("li", {}, PAGE.browse ? make("a", { href: PAGE.browse + encodeURIComponent(one.text), target: "_top", text: one.text }) : one.text, " ", make("span", { class: "count", text: String(one.finds) })));
  byId("advice").replaceChildren(make("p", { text: say("advice") }), make("ul", {}, ...items));
}

function followTools() {
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.title !== undefined && element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  byId("search").placeholder = say("search");
  byId("theme").textContent = say(isDark() ? "theme_light" : "theme");
  byId("keys-list").replaceChildren(...say("keys").split(" | ").map(keyPart));
  const empty = BOXES.size === 0;
  byId("stage").hidden = empty;
  document.querySelector(".zoom").hidden = empty;
  byId("empty").hidden = !empty;
  byId("empty").textContent = emptyText();
}

function emptyText() {
  if (PAGE.undrawn) return say("too_large", { n: PAGE.undrawn });
  return ROWS.length || STATEMENTS.size || !PAGE.question || PAGE.kind === "boolean" ? say("no_picture") : say("nothing_found");
}

function keyPart(text) {
  const [key, ...rest] = text.split(/[:：]\s*/);
  return make("div", {}, make("dt", { text: key }), make("dd", { text: rest.join(": ") }));
}

const switchLanguage = () => change({ lang: state.lang === "en" ? "zh" : "en" });
const switchTheme = () => change({ theme: isDark() ? "light" : "dark" });

function listen() {
  const click = (id, action) => byId(id).addEventListener("click", action);
  click("language", switchLanguage);
  click("theme", switchTheme);
  click("zoom-in", () => zoom(1.25));
  click("zoom-out", () => zoom(0.8));
  click("fit", wholePicture);
  click("help", () => byId("keys").showModal());
  click("keys-close", () => byId("keys").close());
  for (const [id, action] of [["save-png", savePng], ["save-svg", saveSvg], ["save-csv", saveCsv], ["save-json", saveJson], ["print", () => window.print()]]) {
    click(id, () => {
      byId("save").open = false;
      action();
    });
  }
  byId("search").addEventListener("input", searched);
  byId("search").addEventListener("focus", searched);
  byId("search").addEventListener("blur", showFound);
  byId("search").addEventListener("keydown", searchKey);
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", (event) => {
    if (!byId("save").contains(event.target)) byId("save").open = false;
  });
  window.addEventListener("hashchange", again);
  window.addEventListener("popstate", again);
  window.addEventListener("resize", resized);
  prefersDark.addEventListener("change", follow);
  for (const [event, light] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(event, () => printing(light));
  }
}

function again() {
  readHash();
  follow();
}

function resized() {
  if (!network) return;
  byId("mynetwork").style.height = `${pictureHeight()}px`;
  network.setSize("100%", "100%");
  wholePicture();
}

// Paper is white: draw the picture light while the page is printed.
let before = "";
function printing(begins) {
  if (begins) before = state.theme;
  state.theme = begins ? "light" : before;
  follow();
  if (network) wholePicture();
}

function start() {
  readBoxes();
  indexStatements();
  findCore();
  readHash();
  findShown();
  groupLines();
  indexNames();
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  LISTENERS.push(followPicture, followHead, followTools, followPanel, followLegend, followTable, followChart, announce);
  // Shares of a whole and lines over the years say more than the picture of their statements.
  if (CHART && CHART.kind !== "bars") byId("stage").before(byId("chart"));
  if (BOXES.size) drawPicture();
  listen();
  follow();
  if (network && state.node) reveal(state.node);
  document.documentElement.dataset.ready = "true";
}
