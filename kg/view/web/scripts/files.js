// What the reader can take away: the picture as PNG and SVG, the table as CSV, everything as JSON.

function saveFile(blob, ending) {
  const link = make("a", { href: URL.createObjectURL(blob), download: `answer.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function saveSvg() {
  saveFile(new Blob([svgText()], { type: "image/svg+xml" }), "svg");
}

// The drawing at twice its size, or less where a canvas could not hold that.
function savePng() {
  const image = new Image();
  image.onload = () => {
    const scale = Math.min(2, 12000 / Math.max(image.width, image.height));
    const canvas = make("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    const ctx = canvas.getContext("2d");
    ctx.scale(scale, scale);
    ctx.drawImage(image, 0, 0);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((blob) => saveFile(blob, "png"), "image/png");
  };
  image.src = URL.createObjectURL(new Blob([svgText()], { type: "image/svg+xml" }));
}

// A cell that a spreadsheet would take for a formula gets a quote before it.
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function csvText() {
  const [status, confidence, source, date] = tableHeadings().slice(-4);
  const headings = [...tableHeadings().slice(0, -4), say("heading_rule"), status, confidence, source, date, "URL"];
  const lines = [headings, ...tableRows().map(csvRow)];
  return `\ufeff${lines.map((cells) => cells.map((cell) => csvCell(String(cell))).join(",")).join("\r\n")}\r\n`;
}

function csvRow(row) {
  const best = row.best || {};
  const source = SOURCES.get(best.source) || {};
  return [
    ...row.cells.map((cell) => (cell && typeof cell.number === "number" ? String(cell.number) : cellText(cell))),
    saidOf(row).map((id) => pick(STATEMENTS.get(id).text)).join("; "),
    row.derived ? pick(RULES.get(row.derived)) || row.derived : "",
    standingText(row),
    best.confidence || "",
    [source.title, source.publisher].filter(Boolean).join(", "),
    source.date || "",
    source.url || "",
  ];
}

function saveCsv() {
  saveFile(new Blob([csvText()], { type: "text/csv;charset=utf-8" }), "csv");
}

function saveJson() {
  const { words, ...answer } = PAGE;
  saveFile(new Blob([JSON.stringify(answer, null, 1)], { type: "application/json" }), "json");
}
