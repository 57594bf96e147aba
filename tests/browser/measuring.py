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
const scale = svg.getScreenCTM().a;
for (const t of texts) {
  const size = parseFloat(getComputedStyle(t.el).fontSize) * scale;
  if (size < 11) faults.push(`${size} px: ${t.said}`);
}
if (whole.r - whole.l > 1200) faults.push(`${whole.r - whole.l} px wide`);
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
