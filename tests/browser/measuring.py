"""What is measured of a picture, in the browser: each check gives the faults it finds."""

MEASURE = """
const [svg] = arguments;
const box = (el) => { const r = el.getBoundingClientRect(); return {l: r.left, t: r.top, r: r.right, b: r.bottom}; };
const near = 0.5;
const texts = [...svg.querySelectorAll("text")].map((el) => ({el, ...box(el), said: el.textContent}));
const faults = [];
for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
  const a = texts[i], b = texts[j];
  if (a.l < b.r - near && b.l < a.r - near && a.t < b.b - near && b.t < a.b - near)
    faults.push(`overlap: ${a.said} / ${b.said}`);
}
for (const block of svg.querySelectorAll("g.block")) {
  const outline = box(block.querySelector("rect.outline"));
  for (const el of block.querySelectorAll("text")) {
    const t = box(el);
    if (t.l < outline.l - near || t.r > outline.r + near || t.t < outline.t - near || t.b > outline.b + near)
      faults.push(`leaves its box: ${el.textContent}`);
  }
}
const whole = box(svg);
for (const t of texts)
  if (t.l < whole.l - near || t.r > whole.r + near || t.t < whole.t - near || t.b > whole.b + near)
    faults.push(`leaves the picture: ${t.said}`);
for (const way of svg.querySelectorAll("path.arrow")) {
  const matrix = way.getScreenCTM();
  const length = way.getTotalLength();
  for (let at = 0; at <= length; at += 1.5) {
    const p = way.getPointAtLength(at).matrixTransform(matrix);
    const hit = texts.find((t) => p.x > t.l + near && p.x < t.r - near && p.y > t.t + near && p.y < t.b - near);
    if (hit) { faults.push(`an arrow crosses: ${hit.said}`); break; }
  }
}
const inner = 1.5;
for (const rect of svg.querySelectorAll("rect.frame, rect.outline:not(.bare)")) {
  const f = box(rect);
  for (const t of texts) {
    const upright = t.t < f.b && t.b > f.t && [f.l, f.r].some((x) => x > t.l + inner && x < t.r - inner);
    const level = t.l < f.r && t.r > f.l && [f.t, f.b].some((y) => y > t.t + inner && y < t.b - inner);
    if (upright || level) faults.push(`a frame crosses: ${t.said}`);
  }
}
const scale = svg.getScreenCTM().a;
for (const t of texts) {
  const size = parseFloat(getComputedStyle(t.el).fontSize) * scale;
  if (size < 11) faults.push(`${size} px: ${t.said}`);
}
if (whole.r - whole.l > 734) faults.push(`${whole.r - whole.l} px wide`);
return {faults, texts: texts.length, arrows: svg.querySelectorAll("path.arrow").length, width: whole.r - whole.l,
        height: whole.b - whole.t};
"""

OUTSIDE = """
const article = document.querySelector("article");
const wide = document.documentElement.clientWidth;
const scrolls = (el) => ["auto", "scroll"].includes(getComputedStyle(el).overflowX);
const kept = (el) => {
  for (let up = el.parentElement; up && article.contains(up); up = up.parentElement)
    if (scrolls(up) && up.getBoundingClientRect().right <= wide + 0.5) return true;
  return false;
};
return [...article.querySelectorAll("*")]
  .filter((el) => el.getBoundingClientRect().width > 0 && el.getBoundingClientRect().right > wide + 0.5 && !kept(el))
  .map((el) => `${el.tagName} ${el.className.baseVal ?? el.className}: ${el.textContent.trim().slice(0, 40)}`);
"""

CONTRAST = """
const svgs = [...document.querySelectorAll("svg.pc")];
const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
const light = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ratio = (a, b) => {
  const [low, high] = [light(parts(a)), light(parts(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const faults = [];
let least = 21, asked = 0;
for (const svg of svgs) {
  const filled = [...svg.querySelectorAll("rect")]
    .map((el) => ({el, fill: getComputedStyle(el), b: el.getBoundingClientRect()}))
    .filter(({fill}) => fill.fill !== "none" && Number(fill.fillOpacity) === 1);
  const under = (el, x, y) => filled.findLast(({el: rect, b}) => rect !== el && b.left <= x && b.right >= x
    && b.top <= y && b.bottom >= y && rect.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
  const asks = (el, colour, x, y, wanted, called) => {
    const ground = under(el, x, y);
    const found = ground ? ratio(colour, ground.fill.fill) : 0;
    least = Math.min(least, wanted === 4.5 ? found : 21);
    asked += 1;
    if (found < wanted) faults.push(`${found.toFixed(2)} to 1: ${called}`);
  };
  for (const el of svg.querySelectorAll("text")) {
    const b = el.getBoundingClientRect();
    asks(el, getComputedStyle(el).fill, (b.left + b.right) / 2, (b.top + b.bottom) / 2, 4.5, el.textContent);
  }
  for (const el of svg.querySelectorAll("rect.frame, rect.outline:not(.bare)")) {
    const b = el.getBoundingClientRect();
    asks(el, getComputedStyle(el).stroke, b.left - 0.5, (b.top + b.bottom) / 2, 3, "a frame");
    asks(el, getComputedStyle(el).stroke, (b.left + b.right) / 2, b.top - 0.5, 3, "a frame");
  }
}
return {faults, least, asked};
"""
