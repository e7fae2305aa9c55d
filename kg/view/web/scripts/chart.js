// The numbers of the answer again, drawn to scale: bars, the shares of a whole, or lines over the years. Which numbers
// belong together was decided in Python; each bar and point is tied to its row.

const BAR = 22;
const CHART_WIDTH = 900;
const CHART_NAMES = 330;
const MOST_BARS = 40;
const CHART = PAGE.chart || null;

function followChart() {
  const chart = byId("chart");
  chart.hidden = !CHART;
  if (!CHART) return;
  const parts = CHART.kind === "lines" ? [linesPart()] : CHART.parts.map(barsPart);
  chart.replaceChildren(make("h2", { text: pick(COLUMNS[CHART.column]) }), ...parts.flat());
}

const chartCell = (row) => row.cells[CHART.column];

const svgTextAt = (x, y, anchor, words, size = 13, fill = ink().text) => makeSvg("text", { x: n(x), y: n(y), "text-anchor": anchor, "font-size": size, fill }, words);

const said = (row) => `${barName(row)}: ${cellText(chartCell(row))} (${standingText(row) || status(standingOfRow(row))})`;

const standingOfRow = (row) => (row.derived ? "derived" : (row.best || {}).status || "reference");

// What tells the rows of a part apart; what they share stands above them.
function barName(row) {
  const rest = row.cells.filter((cell, at) => at !== CHART.column);
  const names = CHART.kind === "shares" ? rest.slice(0, 1) : rest;
  return names.map(cellText).filter(Boolean).join(" · ") || rowSentence(row);
}

function barsPart(part) {
  const rows = part.rows.map((at) => ROWS[at]).slice(0, MOST_BARS);
  const heading = pick(part.text);
  const isAlone = CHART.kind === "bars" && CHART.parts.length === 1;
  const svg = barsOf(rows, CHART.kind === "shares" ? rows[0].cells[part.rest] : null);
  return [heading && !isAlone ? make("h3", { text: heading }) : null, svg].filter(Boolean);
}

// Bars on one scale; shares on that of their whole, with what no one accounts for below them.
function barsOf(rows, rest) {
  const cells = rows.map(chartCell);
  const low = Math.min(0, ...cells.map((cell) => cell.number));
  const high = Math.max(CHART.kind === "shares" ? 100 : 0, ...cells.map((cell) => cell.upper || cell.number));
  const scale = (value) => CHART_NAMES + ((value - low) / (high - low || 1)) * (CHART_WIDTH - CHART_NAMES - 130);
  const bars = rows.map((row, place) => barPart(place, scale, chartCell(row), { name: barName(row), standing: standingOfRow(row), title: said(row) }));
  if (rest && (rest.upper || rest.number)) bars.push(barPart(bars.length, scale, rest, { name: say("rest"), standing: "reference", title: `${say("rest")}: ${cellText(rest)}` }));
  const height = bars.length * (BAR + 6) + 8;
  const zero = makeSvg("path", { d: `M${n(scale(0))} 0V${height}`, stroke: ink().soft, "stroke-width": 1 });
  const label = `${pick(COLUMNS[CHART.column])}: ${rows.map(said).join("; ")}`;
  return makeSvg("svg", { viewBox: `0 0 ${CHART_WIDTH} ${height}`, role: "img", "aria-label": label, "font-family": FONT }, ...bars, zero);
}

// A range is a bar from its lower to its upper end behind the bar of the lower one.
function barPart(place, scale, cell, { name, standing, title }) {
  const { number, upper } = cell;
  const y = 4 + place * (BAR + 6);
  const one = STROKES.get(standing) || stroke({});
  const colour = one[isDark() ? "dark" : "light"];
  const middle = y + BAR / 2 + 4.5;
  const bar = (from, to, opacity) => makeSvg("rect", {
    x: n(Math.min(scale(from), scale(to))), y, width: n(Math.max(Math.abs(scale(to) - scale(from)), 1)), height: BAR,
    fill: colour, "fill-opacity": opacity, stroke: colour, "stroke-width": 1.4, "stroke-dasharray": one.dashes.join(" ") || null,
  });
  const parts = [svgTextAt(CHART_NAMES - 8, middle, "end", cut(name, `13px ${FONT}`, CHART_NAMES - 12))];
  if (upper) parts.push(bar(number, upper, 0.12));
  parts.push(bar(0, number, standing === "reference" ? 0.12 : 0.42), svgTextAt(scale(Math.max(upper || number, 0)) + 7, middle, "start", cellText(cell)));
  return makeSvg("g", {}, makeSvg("title", {}, title), ...parts);
}

// ---------------------------------------------------------------- lines

const PLOT = { left: 76, right: 300, top: 14, bottom: 32, height: 300 };

function linesPart() {
  const rows = CHART.parts.flatMap((part) => part.rows);
  const years = rows.map((at) => CHART.times[at]);
  const values = rows.flatMap((at) => [chartCell(ROWS[at]).number, chartCell(ROWS[at]).upper || chartCell(ROWS[at]).number]);
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))];
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const x = (year) => PLOT.left + ((year - first) / (last - first || 1)) * (CHART_WIDTH - PLOT.left - PLOT.right);
  const y = (value) => PLOT.height - PLOT.bottom - ((value - low) / (high - low || 1)) * (PLOT.height - PLOT.bottom - PLOT.top);
  const label = `${pick(COLUMNS[CHART.column])}: ${rows.map((at) => said(ROWS[at])).join("; ")}`;
  return makeSvg(
    "svg",
    { viewBox: `0 0 ${CHART_WIDTH} ${PLOT.height}`, role: "img", "aria-label": label, "font-family": FONT },
    ...gridParts(ticks, first, last, x, y),
    ...CHART.parts.map((part, place) => linePart(part, place, x, y)),
    ...lineNames(x, y),
  );
}

// Round numbers from at most the least to at least the greatest.
function ticksOf(low, high) {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough);
  const ticks = [];
  for (let at = Math.floor(low / step); (at - 1) * step < high; at += 1) ticks.push(Number((at * step).toPrecision(12)));
  return ticks;
}

function gridParts(ticks, first, last, x, y) {
  const theme = ink();
  const short = new Intl.NumberFormat(state.lang === "zh" ? "zh-Hans" : "en", { notation: "compact", maximumSignificantDigits: 3 });
  const rules = ticks.flatMap((tick) => [
    makeSvg("path", { d: `M${PLOT.left} ${n(y(tick))}H${CHART_WIDTH - PLOT.right}`, stroke: tick ? theme.rule : theme.soft, "stroke-width": 1 }),
    svgTextAt(PLOT.left - 8, y(tick) + 4, "end", short.format(tick), 12, theme.soft),
  ]);
  const step = Math.ceil((last - first) / 12) || 1;
  const years = [];
  for (let year = first; year < last; year += step) years.push(svgTextAt(x(year + 0.5), PLOT.height - 10, "middle", String(year), 12, theme.soft));
  return [...rules, ...years];
}

// Marks differ in form as well as in colour; what is not stated as a fact or a claim is hollow, and its line dashed.
const MARKS = ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z", "M-4.5 -4.5H4.5V4.5H-4.5Z", "M0 -6L6 5H-6Z", "M0 -6.5L6.5 0L0 6.5L-6.5 0Z"];
const isFirm = (row) => ["fact", "claim", "reference"].includes(standingOfRow(row));
const hueOf = (place) => CHART.hues[place % CHART.hues.length][isDark() ? 1 : 0];

function linePart(part, place, x, y) {
  const colour = hueOf(place);
  const rows = part.rows.map((at) => ({ row: ROWS[at], year: CHART.times[at] }));
  const steps = rows.slice(1).map(({ row, year }, at) => makeSvg("path", {
    d: `M${n(x(rows[at].year))} ${n(y(chartCell(rows[at].row).number))}L${n(x(year))} ${n(y(chartCell(row).number))}`,
    stroke: colour, "stroke-width": 2, fill: "none", "stroke-dasharray": isFirm(row) ? null : "6 4",
  }));
  const marks = rows.map(({ row, year }) => {
    const { number, upper } = chartCell(row);
    const range = upper ? makeSvg("path", { d: `M${n(x(year))} ${n(y(number))}V${n(y(upper))}`, stroke: colour, "stroke-width": 5, "stroke-opacity": 0.35 }) : "";
    const mark = makeSvg("path", { d: MARKS[place % MARKS.length], transform: `translate(${n(x(year))} ${n(y(number))})`, fill: isFirm(row) ? colour : ink().ground, stroke: colour, "stroke-width": 2 });
    return makeSvg("g", {}, makeSvg("title", {}, said(row)), range, mark);
  });
  return makeSvg("g", { class: "line" }, ...steps, ...marks);
}

// Each line is named at its last point, the names spread so that none covers another.
function lineNames(x, y) {
  const names = CHART.parts.map((part, place) => {
    const at = part.rows[part.rows.length - 1];
    const text = [pick(part.text), cellText(chartCell(ROWS[at]))].filter(Boolean).join(": ");
    return { text, place, left: x(CHART.times[at]) + 11, wanted: y(chartCell(ROWS[at]).number) + 4.5 };
  });
  names.sort((one, two) => one.wanted - two.wanted);
  names.forEach((name, at) => { name.y = at ? Math.max(name.wanted, names[at - 1].y + 17) : name.wanted; });
  const beyond = names.length ? names[names.length - 1].y - (PLOT.height - PLOT.bottom) : 0;
  if (beyond > 0) for (const name of names) name.y -= beyond;
  return names.map(({ text, place, left, y: at }) => svgTextAt(left, at, "start", cut(text, `12.5px ${FONT}`, CHART_WIDTH - left - 4), 12.5, hueOf(place)));
}
