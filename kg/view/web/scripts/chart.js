// Numbers of one unit as bars: the rows of the answer again, drawn to scale, each tied to its row.

const BAR = 22;
const CHART_WIDTH = 900;
const CHART_NAMES = 330;
const MOST_BARS = 40;

// The column whose numbers are drawn: the last that has numbers of one unit in most rows.
function chartColumn() {
  for (let place = COLUMNS.length - 1; place >= 0; place -= 1) {
    const numbers = ROWS.map((row) => row.cells[place]).filter((cell) => cell && typeof cell.number === "number");
    const units = new Set(numbers.map((cell) => cell.unit || ""));
    if (numbers.length >= 2 && numbers.length * 2 >= ROWS.length && units.size === 1) return place;
  }
  return -1;
}

function followChart() {
  const chart = byId("chart");
  const place = byStatement || isChain() ? -1 : chartColumn();
  chart.hidden = place < 0;
  if (place >= 0) chart.replaceChildren(make("h2", { text: pick(COLUMNS[place]) }), chartPart(place));
}

// The numbers of chains of quantities stand in the picture, with what they are multiplied from.
const isChain = () => (PAGE.roles || []).some((role) => role.startsWith("quantity-"));

function chartPart(place) {
  const rows = ROWS.filter((row) => row.cells[place] && typeof row.cells[place].number === "number").slice(0, MOST_BARS);
  const ends = rows.map((row) => row.cells[place].upper || row.cells[place].number);
  const [low, high] = [Math.min(0, ...rows.map((row) => row.cells[place].number)), Math.max(0, ...ends)];
  const scale = (value) => CHART_NAMES + ((value - low) / (high - low || 1)) * (CHART_WIDTH - CHART_NAMES - 130);
  const bars = rows.map((row, index) => barPart(row, index, place, scale));
  const height = rows.length * (BAR + 6) + 8;
  const zero = makeSvg("path", { d: `M${n(scale(0))} 0V${height}`, stroke: ink().soft, "stroke-width": 1 });
  const label = `${pick(COLUMNS[place])}: ${rows.map((row) => `${barName(row, place)} ${cellText(row.cells[place])}`).join("; ")}`;
  return makeSvg("svg", { viewBox: `0 0 ${CHART_WIDTH} ${height}`, role: "img", "aria-label": label, "font-family": FONT }, ...bars, zero);
}

// A range is a bar from its lower to its upper end behind the bar of the lower one.
function barPart(row, index, place, scale) {
  const { number, upper } = row.cells[place];
  const y = 4 + index * (BAR + 6);
  const standing = row.derived ? "derived" : (row.best || {}).status || "reference";
  const one = STROKES.get(standing) || stroke({});
  const colour = one[isDark() ? "dark" : "light"];
  const text = (x, anchor, words, size = 13) => makeSvg("text", { x: n(x), y: y + BAR / 2 + 4.5, "text-anchor": anchor, "font-size": size, fill: ink().text }, words);
  const bar = (from, to, opacity) => makeSvg("rect", {
    x: n(Math.min(scale(from), scale(to))), y, width: n(Math.max(Math.abs(scale(to) - scale(from)), 1)), height: BAR,
    fill: colour, "fill-opacity": opacity, stroke: colour, "stroke-width": 1.4, "stroke-dasharray": one.dashes.join(" ") || null,
  });
  const parts = [text(CHART_NAMES - 8, "end", cut(barName(row, place), `13px ${FONT}`, CHART_NAMES - 12))];
  if (upper) parts.push(bar(number, upper, 0.12));
  parts.push(bar(0, number, 0.42), text(scale(Math.max(upper || number, 0)) + 7, "start", cellText(row.cells[place])));
  return makeSvg("g", {}, makeSvg("title", {}, `${barName(row, place)}: ${cellText(row.cells[place])} (${standingText(row) || status(standing)})`), ...parts);
}

const barName = (row, place) => row.cells.filter((cell, at) => at !== place).map(cellText).filter(Boolean).join(" · ") || rowSentence(row);
