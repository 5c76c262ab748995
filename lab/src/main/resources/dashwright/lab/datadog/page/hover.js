import { drawing, element } from "./dom.js";
import { moment, text } from "./format.js";

/** Shows the values under the pointer. */
const MOST_ROWS = 12;

function nearest(line, time) {
  let best = null;
  for (const point of line.points) {
    if (best === null || Math.abs(point.time - time) < Math.abs(best.time - time)) {
      best = point;
    }
  }
  return best && Math.abs(best.time - time) <= 2 * line.step ? best : null;
}

export function hover(svg, lines, x, box) {
  const tooltip = document.getElementById("tooltip");
  const cursor = drawing("line", { y1: box.top, y2: box.bottom, class: "cursor", visibility: "hidden" });
  svg.append(cursor);
  const from = x(0);
  const perMilli = x(1) - from;
  svg.addEventListener("pointermove", (event) => {
    const at = event.clientX - svg.getBoundingClientRect().left;
    if (at < box.left || at > box.right) {
      return;
    }
    const time = (at - from) / perMilli;
    const found = lines.map((line) => ({ line, point: nearest(line, time) })).filter((each) => each.point);
    found.sort((a, b) => b.point.value - a.point.value);
    cursor.setAttribute("x1", at);
    cursor.setAttribute("x2", at);
    cursor.setAttribute("visibility", "visible");
    tooltip.replaceChildren(
      element("div", { class: "when" }, moment(found[0]?.point.time ?? time)),
      ...found.slice(0, MOST_ROWS).map(({ line, point }) => {
        const swatch = element("i");
        swatch.style.background = line.color;
        return element("div", { class: "row" }, swatch, element("span", {}, line.name),
          element("b", {}, text(point.value, line.unit, { label: line.label })));
      }));
    tooltip.hidden = found.length === 0;
    const left = Math.min(event.clientX + 14, window.innerWidth - tooltip.offsetWidth - 8);
    tooltip.style.left = `${left + window.scrollX}px`;
    tooltip.style.top = `${event.clientY + 14 + window.scrollY}px`;
  });
  svg.addEventListener("pointerleave", () => {
    cursor.setAttribute("visibility", "hidden");
    tooltip.hidden = true;
  });
}
