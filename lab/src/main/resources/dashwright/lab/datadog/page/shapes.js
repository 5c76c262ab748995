import { horizontal, scale, vertical } from "./axes.js";
import { conditional, palette } from "./colors.js";
import { drawing, element } from "./dom.js";
import { text } from "./format.js";

/** Widgets that are not graphs over time: lists, tables, rings, heat maps, histograms. */
function byFirst(rows) {
  return [...rows].sort((a, b) => (b.cells[0] ?? -Infinity) - (a.cells[0] ?? -Infinity));
}

export function topList(host, table) {
  const column = table.columns[0];
  const colors = palette(column.palette);
  const sorted = byFirst(table.rows).filter((row) => row.cells[0] !== null && row.cells[0] !== undefined);
  const most = Math.max(...sorted.map((row) => Math.abs(row.cells[0])), 0) || 1;
  const list = element("div", { class: "toplist" });
  for (const row of sorted) {
    const format = conditional(row.cells[0], column.formats);
    const bar = element("div", { class: "bar" });
    bar.style.width = `${(Math.abs(row.cells[0]) / most) * 100}%`;
    bar.style.background = format && format.background !== "#ffffff" ? format.background : colors[0];
    list.append(element("div", { class: "item", title: row.name },
      element("b", {}, text(row.cells[0], column.unit, column)),
      element("div", { class: "track" }, bar, element("span", {}, row.name || column.name))));
  }
  host.append(list);
}

export function table(host, data) {
  const head = element("tr", {},
    ...data.groups.map((group) => element("th", {}, group)),
    ...data.columns.map((column) => element("th", { class: "number" }, column.name)));
  const body = byFirst(data.rows).map((row) => element("tr", {},
    ...row.group.map((value) => element("td", { title: value }, value)),
    ...data.columns.map((column, index) => {
      const value = row.cells[index] ?? null;
      const cell = element("td", { class: value === null ? "number none" : "number" }, text(value, column.unit, column));
      const format = conditional(value, column.formats);
      if (format) {
        cell.style.background = format.background;
        cell.style.color = format.text;
      }
      return cell;
    })));
  host.append(element("div", { class: "scroll" },
    element("table", { class: "table" }, element("thead", {}, head), element("tbody", {}, ...body))));
}

function arc(cx, cy, outer, inner, from, to) {
  const at = (radius, turn) => [cx + radius * Math.sin(turn * 2 * Math.PI), cy - radius * Math.cos(turn * 2 * Math.PI)];
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [at(outer, from), at(outer, to), at(inner, to), at(inner, from)];
  return `M${a}A${outer},${outer} 0 ${large} 1 ${b}L${c}A${inner},${inner} 0 ${large} 0 ${d}Z`;
}

export function ring(host, data, size) {
  const column = data.columns[0];
  const rows = byFirst(data.rows).filter((row) => row.cells[0] > 0);
  const sum = rows.reduce((all, row) => all + row.cells[0], 0);
  const radius = Math.min(size.width * 0.28, size.height / 2) - 6;
  const colors = palette(column.palette);
  const svg = drawing("svg", { width: 2 * radius + 12, height: size.height });
  let turned = 0;
  rows.forEach((row, index) => {
    const share = Math.min(row.cells[0] / sum, 0.99999);
    svg.append(drawing("path", { d: arc(radius + 6, size.height / 2, radius, radius * 0.6, turned, turned + share), fill: colors[index % colors.length] }));
    turned += share;
  });
  const legend = element("div", { class: "legend" }, ...rows.slice(0, 12).map((row, index) => {
    const swatch = element("i");
    swatch.style.background = colors[index % colors.length];
    return element("div", {}, swatch, element("span", {}, row.name || column.name), element("b", {}, text(row.cells[0], column.unit, column)));
  }));
  host.append(element("div", { class: "ring" }, svg, legend));
}

const LEFT = 52;
const BOTTOM = 20;

/** How many values of all lines fall where, over time. */
export function heatMap(host, lines, answer, size) {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const axis = vertical(Math.min(...values), Math.max(...values), true, 6, lines[0].unit);
  const across = Math.max(10, Math.floor((size.width - LEFT) / 12));
  const up = Math.max(5, Math.floor((size.height - BOTTOM) / 12));
  const column = scale(answer.from, answer.to, 0, across);
  const row = scale(axis.low, axis.high, 0, up);
  const counts = new Map();
  lines.forEach((line) => line.values.forEach((value, index) => {
    if (value !== null) {
      const key = `${Math.min(across - 1, Math.floor(column(line.times[index])))},${Math.min(up - 1, Math.floor(row(value)))}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }));
  const most = Math.max(...counts.values());
  const svg = drawing("svg", { width: size.width, height: size.height });
  const wide = (size.width - LEFT - 8) / across;
  const high = (size.height - BOTTOM - 6) / up;
  counts.forEach((count, key) => {
    const [x, y] = key.split(",").map(Number);
    svg.append(drawing("rect", { x: LEFT + x * wide, y: 6 + (up - 1 - y) * high, width: wide - 0.5, height: high - 0.5, fill: "#5a3ea0", "fill-opacity": 0.15 + 0.85 * (count / most) }));
  });
  const y = scale(axis.low, axis.high, size.height - BOTTOM, 6);
  axis.ticks.forEach((tick) => svg.append(drawing("text", { x: LEFT - 6, y: y(tick) + 3.5, class: "tick", "text-anchor": "end" }, text(tick, lines[0].unit))));
  const x = scale(answer.from, answer.to, LEFT, size.width - 8);
  horizontal(answer.from, answer.to, Math.floor(size.width / 90))
    .filter((tick) => x(tick.at) > LEFT + 12 && x(tick.at) < size.width - 20)
    .forEach((tick) => svg.append(drawing("text", { x: x(tick.at), y: size.height - 5, class: "tick", "text-anchor": "middle" }, tick.text)));
  host.append(svg);
}

/** How many values fall where, over the whole time. */
export function histogram(host, lines, size) {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const least = Math.min(...values);
  const most = Math.max(...values);
  const bins = new Array(Math.max(8, Math.floor(size.width / 24))).fill(0);
  const place = scale(least, most === least ? least + 1 : most, 0, bins.length);
  values.forEach((value) => bins[Math.min(bins.length - 1, Math.floor(place(value)))]++);
  const axis = vertical(0, Math.max(...bins), true, 4);
  const svg = drawing("svg", { width: size.width, height: size.height });
  const y = scale(axis.low, axis.high, size.height - BOTTOM, 6);
  const wide = (size.width - LEFT - 8) / bins.length;
  axis.ticks.forEach((tick) => svg.append(
    drawing("line", { x1: LEFT, x2: size.width - 8, y1: y(tick), y2: y(tick), class: "grid" }),
    drawing("text", { x: LEFT - 6, y: y(tick) + 3.5, class: "tick", "text-anchor": "end" }, text(tick, null))));
  bins.forEach((count, index) => svg.append(
    drawing("rect", { x: LEFT + index * wide, y: y(count), width: wide - 1, height: y(0) - y(count), fill: lines[0].color })));
  [0, 0.5, 1].forEach((part) => svg.append(drawing("text", {
    x: LEFT + part * (size.width - LEFT - 8), y: size.height - 5, class: "tick", "text-anchor": ["start", "middle", "end"][part * 2],
  }, text(least + part * (most - least), lines[0].unit))));
  host.append(svg);
}
