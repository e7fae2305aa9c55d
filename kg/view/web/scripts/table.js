// The table holds the same answer as the picture; each row and its boxes are linked both ways.

function followTable() {
  const wanted = [state.lang, state.sort, rowsShown].join();
  if (wanted !== tableAs) {
    tableAs = wanted;
    const rows = tableRows();
    drawnRows.length = 0;
    byId("table").hidden = !rows.length;
    document.querySelector(".split").classList.toggle("wide", tableHeadings().length > WIDE);
    byId("table-body").replaceChildren(...(rows.length ? [answerTable(rows), moreRows(rows)].filter(Boolean) : []));
  }
  for (const { part, row } of drawnRows) part.classList.toggle("linked", isLinked(row));
}

// A table of more columns than these is as wide as the page.
const WIDE = 9;

// What the table was last made for, and its rows with their parts of the page.
let tableAs = null;
const drawnRows = [];
// A browser takes long over a table of thousands of rows; the rest follows when it is asked for.
const FIRST_ROWS = 200;
let rowsShown = FIRST_ROWS;

function moreRows(rows) {
  if (rows.length <= rowsShown) return null;
  const onclick = () => {
    rowsShown = Infinity;
    followTable();
    byId("table").focus();
  };
  return make("button", { type: "button", class: "small", onclick, text: say("all_rows", { n: rows.length }) });
}

// Where the answer is a description, a number or a yes, the rows are its statements.
const byStatement = PAGE.kind === "description" || !ROWS.length;

function tableRows() {
  if (!byStatement) return ROWS;
  return answered().map(statementRow);
}

function statementRow(id) {
  const { frame, rule, claims = [] } = STATEMENTS.get(id);
  return { cells: [{ text: FRAMES.get(frame) }], statements: [id], derived: rule, best: claims[0], sources: claims.map((claim) => claim.source) };
}

const tableColumns = () => (byStatement ? [say("frames")] : COLUMNS.map((column) => pick(column)));

function tableHeadings() {
  return [...tableColumns(), ...["statement", "status", "confidence", "source", "date"].map((id) => say(`heading_${id}`))];
}

function answerTable(rows) {
  const headings = tableHeadings();
  const head = make("tr", {}, ...headings.map(headingCell));
  const numbered = rows.map((row, index) => ({ row, index }));
  const stated = numbered.filter(({ row }) => !row.derived);
  const derived = numbered.filter(({ row }) => row.derived);
  const some = (part) => part.slice(0, Math.max(rowsShown - drawnRows.length, 0));
  const bodies = [make("tbody", {}, ...some(sorted(stated)).map(rowPart))];
  for (const rule of new Set(derived.map(({ row }) => row.derived))) {
    const rows = derived.filter(({ row }) => row.derived === rule);
    if (drawnRows.length >= rowsShown) break;
    const title = say("derived_by", { rule: pick(RULES.get(rule)) || rule });
    const line = make("tr", { class: "group" }, make("th", { scope: "rowgroup", colspan: headings.length }, badge("derived"), ` ${title}`));
    bodies.push(make("tbody", {}, line, ...some(sorted(rows)).map(rowPart)));
  }
  return make("table", {}, make("caption", { class: "hidden", text: say("table") }), make("thead", {}, head), ...bodies);
}

function headingCell(text, index) {
  const [column, way] = [state.sort.slice(0, -1), state.sort.slice(-1)];
  const here = column === String(index);
  const next = here && way === "+" ? "-" : "+";
  const button = make("button", {
    type: "button",
    title: say("sort", { n: text }),
    onclick: () => {
      change({ sort: `${index}${next}` });
      byId("table-body").querySelectorAll("th button")[index].focus();
    },
    text: `${text}${here ? (way === "+" ? " ▲" : " ▼") : ""}`,
  });
  return make("th", { scope: "col", "aria-sort": here ? (way === "+" ? "ascending" : "descending") : "none" }, button);
}

function sorted(rows) {
  if (!state.sort) return rows;
  const index = Number(state.sort.slice(0, -1));
  const sign = state.sort.endsWith("+") ? 1 : -1;
  const order = new Intl.Collator(state.lang === "zh" ? "zh-Hans" : "en", { numeric: true });
  const key = ({ row }) => sortKey(row, index);
  return [...rows].sort((one, two) => {
    const [a, b] = [key(one), key(two)];
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * order.compare(String(a), String(b));
  });
}

function sortKey(row, index) {
  const columns = tableColumns().length;
  if (index < columns) {
    const cell = row.cells[index];
    return cell && typeof cell.number === "number" ? cell.number : cellText(cell);
  }
  const best = row.best || {};
  const source = SOURCES.get(best.source) || {};
  const confidence = { high: "1", medium: "2", low: "3" };
  const keys = [rowSentence(row), best.status || "", confidence[best.confidence] || "4", source.publisher || "", source.date || ""];
  return keys[index - columns] || "";
}

function cellText(cell) {
  if (!cell) return "";
  if (cell.thing !== undefined) {
    const thing = THINGS.get(cell.thing);
    return thing ? pick(thing.text) : cell.thing;
  }
  return pick(cell.text);
}

function rowSentence(row) {
  const [first] = saidOf(row);
  return first ? pick(STATEMENTS.get(first).text) : "";
}

// What a row says: the stated statements that it stands on.
const saidOf = (row) => row.grounds || row.statements;

function rowThings(row) {
  if (byStatement) return STATEMENTS.get(row.statements[0]).things || [];
  return row.cells.filter((cell) => cell && cell.thing !== undefined).map((cell) => cell.thing);
}

function rowPart({ row, index }) {
  const choose = () => {
    const [first] = rowThings(row).filter((id) => BOXES.has(id));
    const [line] = byStatement || !first ? saidOf(row).flatMap((id) => linesOfStatement.get(id) || []) : [];
    if (line) selectLine(state.edge === line.id ? "" : line.id);
    else if (first) select(state.node === first ? "" : first);
  };
  const part = make(
    "tr",
    { "data-row": index, onclick: (event) => event.target.closest("a, button") || choose() },
    ...row.cells.map((cell, place) => valueCell(cell, place, choose, index)),
    statementCell(row),
    ...claimCells(row),
  );
  drawnRows.push({ part, row });
  return part;
}

function isLinked(row) {
  if (state.node) return rowThings(row).includes(BOXES.get(state.node).thing);
  if (!state.edge) return false;
  const behind = new Set([...row.statements, ...saidOf(row)]);
  return LINES.get(state.edge).statements.some((id) => behind.has(id));
}

// Notes speak of paths by their numbers.
const pathNumber = (index) => (PAGE.kind === "paths" ? make("span", { class: "count", text: `${index + 1} ` }) : null);

function valueCell(cell, place, choose, index) {
  const text = cellText(cell);
  if (cell && cell.thing !== undefined && BOXES.has(cell.thing)) {
    const onclick = place === 0 ? choose : () => select(cell.thing);
    const button = make("button", { type: "button", class: "name", onclick, text });
    return place === 0 ? make("th", { scope: "row" }, pathNumber(index), button) : make("td", {}, button);
  }
  const number = cell && typeof cell.number === "number";
  return make(place === 0 ? "th" : "td", { class: number ? "number" : "", scope: place === 0 ? "row" : null, text });
}

function statementCell(row) {
  const said = saidOf(row);
  if (!said.length) return make("td");
  const texts = [...new Set(said.map((id) => pick(STATEMENTS.get(id).text)))];
  const more = texts.length > 1 ? make("span", { class: "count", text: ` ${say("more", { n: texts.length - 1 })}` }) : null;
  return make("td", { class: "said" }, texts[0], more);
}

// A derived row is never shown as what a source says: it names the weakest of what it stands on.
function standingText(row) {
  const known = row.best ? status(row.best.status) : "";
  return known && row.derived && !byStatement ? say("derived_on", { status: known }) : known;
}

function claimCells(row) {
  const best = row.best;
  if (!best) return [make("td", {}, row.statements.length ? badge("reference") : null), make("td"), make("td"), make("td")];
  const source = SOURCES.get(best.source) || {};
  const more = (row.sources || []).length - 1;
  return [
    make("td", {}, row.derived && !byStatement ? badge("derived", standingText(row)) : badge(best.status)),
    make("td", { text: best.confidence ? say(`confidence_${best.confidence}`).replace(/^confidence_/, "") : "" }),
    make("td", { class: "of" }, sourceLink(source, source.publisher || source.title || best.source), more > 0 ? make("span", { class: "count", text: ` +${more}` }) : null),
    make("td", { class: "date", text: source.date || "" }),
  ];
}
