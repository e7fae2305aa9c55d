// The picture as an SVG file: the same boxes, curves and words, with the question above and what was assumed below.

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const xml = (text) => String(text).replace(/[&<>"']/g, (character) => escapes[character]);

function svgText() {
  const theme = ink();
  const { l, r, t, b } = extent();
  const [head, foot] = [46, 34];
  const width = Math.max(r - l, 480);
  const height = b - t + head + foot;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="${n(l)} ${n(t - head)} ${n(width)} ${n(height)}" font-family="${xml(FONT)}">`,
    `<rect x="${n(l)}" y="${n(t - head)}" width="${n(width)}" height="${n(height)}" fill="${theme.ground}"/>`,
    svgLine(PAGE.question || "", l + 16, t - 16, 17, theme.text, "600", "start"),
    ...svgHeadings(t, b, theme),
    ...[...shown.lines].map((id) => svgEdge(LINES.get(id))),
    ...[...shown.boxes].map((id) => svgBox(BOXES.get(id), theme)),
    ...[...places(null)].map(([id, at]) => svgWords(LINES.get(id), at, theme)),
    svgLine([pick(PAGE.reading), pick(PAGE.assumed), pick(PAGE.counts)].filter(Boolean).join(" · "), l + 16, b + 20, 11, theme.soft, "400", "start"),
    "</svg>",
  ];
  return parts.join("\n");
}

function svgLine(text, x, y, size, fill, weight, anchor) {
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${xml(text)}</text>`;
}

function svgHeadings(t, b, theme) {
  if (!hasHeadings()) return [];
  const words = gapWords().map(({ text, x, colour }) => svgLine(`${text} →`, x, t + 26, 12, colour, "400", "middle"));
  const tiers = PAGE.tiers.map((tier, place) => {
    const band = `<rect x="${n(tier.left - 30)}" y="${n(t)}" width="${n(tier.right - tier.left + 60)}" height="${n(b - t)}" fill="${theme.band}"/>`;
    const text = svgLine(pick(tier.text).toUpperCase(), (tier.left + tier.right) / 2, t + 26, 13, theme.soft, "600", "middle");
    return `${place % 2 ? "" : band}${text}`;
  });
  return [...tiers, ...words];
}

function svgEdge(line) {
  const one = STROKES.get(standingOf(line)) || stroke(line);
  const colour = one[isDark() ? "dark" : "light"];
  const curve = curveOf(line);
  const [p0, p1, p2, p3] = curve;
  const dashes = one.dashes.length ? ` stroke-dasharray="${one.dashes.join(" ")}"` : "";
  const angle = arrival(curve);
  const fill = one.arrow === "vee" ? "none" : colour;
  const end = `${n(p3.x - 4 * Math.cos(angle))} ${n(p3.y - 4 * Math.sin(angle))}`;
  return [
    `<path d="M${n(p0.x)} ${n(p0.y)}C${n(p1.x)} ${n(p1.y)} ${n(p2.x)} ${n(p2.y)} ${end}" fill="none" stroke="${colour}" stroke-width="${one.width}"${dashes}/>`,
    `<path d="${arrowHead(one.arrow, p3.x, p3.y, angle, 10)}" fill="${fill}" stroke="${colour}"/>`,
  ].join("");
}

function svgBox(box, theme) {
  const { fill, line } = boxColours(box);
  const [w, h] = [box.w || 90, box.h || 36];
  const dash = box.asked === "derived" ? ' stroke-dasharray="7 4"' : "";
  const texts = box.w
    ? boxText(box).map((row) => svgLine(row.text, 0, row.y, row.size, row.soft ? theme.soft : theme.text, row.weight, "middle"))
    : [svgLine(boxName(box), 0, 5, 14, theme.text, "500", "middle")];
  const path = `<path d="${outline(look(box.cls).shape, w, h)}" fill="${fill}" stroke="${line}" stroke-width="${box.asked ? 3 : 1.3}"${dash}/>${box.mark === "gone" ? `<path d="${cross(box)}" fill="none" stroke="${line}" stroke-width="2"/>` : ""}`;
  return `<g transform="translate(${n(box.x)} ${n(box.y)})">${path}${texts.join("")}</g>`;
}

function svgWords(line, at, theme) {
  const text = pick(line.text);
  const half = textWidth(text, WORD_FONT) / 2 + 4;
  const colour = (STROKES.get(standingOf(line)) || stroke(line))[isDark() ? "dark" : "light"];
  const ground = `<rect x="${n(at.x - half)}" y="${n(at.y - 9)}" width="${n(2 * half)}" height="18" rx="5" fill="${theme.ground}" fill-opacity="0.88"/>`;
  return ground + svgLine(text, at.x, at.y + 4.5, 12, colour, "400", "middle");
}
