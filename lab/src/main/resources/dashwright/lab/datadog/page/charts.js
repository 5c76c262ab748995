import { horizontal, scale, vertical } from "./axes.js";
import { marker } from "./colors.js";
import { drawing } from "./dom.js";
import { text } from "./format.js";
import { hover } from "./hover.js";

/** Lines, areas and bars over time. */
const LEFT = 52;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 20;

/** The usual distance between two known points of a line. */
function stepOf(line) {
  const known = line.times.filter((time, index) => line.values[index] !== null);
  let least = Infinity;
  for (let i = 1; i < known.length; i++) {
    least = Math.min(least, known[i] - known[i - 1]);
  }
  return least === Infinity ? 60000 : least;
}

/** Areas and bars stand on one another, so each has a foot. */
function stacked(lines) {
  const feet = { area: new Map(), bars: new Map() };
  return lines.map((line) => {
    const foot = feet[line.kind];
    const step = stepOf(line);
    const points = [];
    line.values.forEach((value, index) => {
      if (value !== null) {
        const time = line.times[index];
        const bottom = foot?.get(time) ?? 0;
        foot?.set(time, bottom + value);
        points.push({ time, value, low: foot ? bottom : null, high: foot ? bottom + value : value });
      }
    });
    return { ...line, step, points };
  });
}

/** Runs of points without a gap; a gap is more than three steps. */
function runs(line) {
  const all = [];
  for (const point of line.points) {
    const run = all[all.length - 1];
    if (run && point.time - run[run.length - 1].time <= 3 * line.step) {
      run.push(point);
    } else {
      all.push([point]);
    }
  }
  return all;
}

function markers(definition) {
  return (definition.markers ?? []).flatMap((each) => {
    const match = /y\s*=\s*(-?[\d.]+)/.exec(each.value ?? "");
    return match ? [{ at: Number(match[1]), color: marker(each.display_type), label: each.label ?? "", dashed: /dashed/.test(each.display_type ?? "") }] : [];
  });
}

function path(points, x, y, key) {
  return points.map((point, index) => `${index ? "L" : "M"}${x(point.time).toFixed(1)},${y(point[key]).toFixed(1)}`).join("");
}

function drawLine(line, x, y) {
  return runs(line).map((run) =>
    run.length === 1
      ? drawing("circle", { cx: x(run[0].time), cy: y(run[0].high), r: 2, fill: line.color })
      : drawing("path", { d: path(run, x, y, "high"), fill: "none", stroke: line.color, "stroke-width": 1.6, "stroke-linejoin": "round" }));
}

function drawArea(line, x, y) {
  return runs(line).flatMap((run) => {
    const back = path([...run].reverse(), x, y, "low").replace("M", "L");
    return [
      drawing("path", { d: path(run, x, y, "high") + back + "Z", fill: line.color, "fill-opacity": 0.28 }),
      drawing("path", { d: path(run, x, y, "high"), fill: "none", stroke: line.color, "stroke-width": 1.4 }),
    ];
  });
}

function drawBars(line, x, y) {
  const width = Math.max(1, x(line.step) - x(0) - 1);
  return line.points.filter((point) => point.value !== 0).map((point) => {
    const top = Math.min(y(point.high), y(point.low));
    const height = Math.max(0.5, Math.abs(y(point.low) - y(point.high)));
    return drawing("rect", { x: x(point.time).toFixed(1), y: top.toFixed(1), width: width.toFixed(1), height: height.toFixed(1), fill: line.color, "fill-opacity": 0.85 });
  });
}

const DRAW = { area: drawArea, bars: drawBars };

function frame(svg, axis, ticks, x, y, size, unit, options) {
  axis.ticks.forEach((tick) => {
    svg.append(
      drawing("line", { x1: LEFT, x2: size.width - RIGHT, y1: y(tick), y2: y(tick), class: tick === 0 ? "base" : "grid" }),
      drawing("text", { x: LEFT - 6, y: y(tick) + 3.5, class: "tick", "text-anchor": "end" }, text(tick, unit, options)));
  });
  ticks.forEach((tick) => {
    svg.append(drawing("text", { x: x(tick.at), y: size.height - 5, class: "tick", "text-anchor": "middle" }, tick.text));
  });
}

/** The values that the axis must show: those of the lines, the feet of areas and bars, the markers near them. */
function range(lines, marks) {
  const values = lines.flatMap((line) => line.points.flatMap((point) => [point.high, ...(point.low === null ? [] : [point.low])]));
  const most = Math.max(...values);
  const near = marks.map((mark) => mark.at).filter((at) => at <= most * 2 + 1e-9 || values.every((value) => value === 0));
  return [Math.min(...values, ...near), Math.max(most, ...near)];
}

/** Draws a graph into an element of a given size. */
export function graph(host, definition, all, answer, size) {
  const lines = stacked(all);
  const marks = markers(definition);
  const [least, most] = range(lines, marks);
  const zero = definition.yaxis?.include_zero !== false || lines.some((line) => line.kind !== "line");
  const axis = vertical(least, most, zero, Math.max(2, Math.floor(size.height / 42)), lines[0].unit);
  const x = scale(answer.from, answer.to, LEFT, size.width - RIGHT);
  const y = scale(axis.low, axis.high, size.height - BOTTOM, TOP);
  const svg = drawing("svg", { width: size.width, height: size.height, role: "img" });
  const unit = lines[0].unit;
  const ticks = horizontal(answer.from, answer.to, Math.max(2, Math.floor(size.width / 80)))
    .filter((tick) => x(tick.at) > LEFT + 12 && x(tick.at) < size.width - 20);
  frame(svg, axis, ticks, x, y, size, unit, { label: lines[0].label });
  const order = { bars: 0, area: 1 };
  [...lines].sort((a, b) => (order[a.kind] ?? 2) - (order[b.kind] ?? 2))
    .forEach((line) => svg.append(...(DRAW[line.kind] ?? drawLine)(line, x, y)));
  for (const mark of marks.filter((each) => each.at >= axis.low && each.at <= axis.high)) {
    svg.append(
      drawing("line", { x1: LEFT, x2: size.width - RIGHT, y1: y(mark.at), y2: y(mark.at), stroke: mark.color, "stroke-width": 1.2, "stroke-dasharray": mark.dashed ? "5 4" : null }),
      drawing("text", { x: size.width - RIGHT - 3, y: y(mark.at) < TOP + 14 ? y(mark.at) + 12 : y(mark.at) - 4, class: "marker", fill: mark.color, "text-anchor": "end" }, mark.label));
  }
  host.append(svg);
  hover(svg, lines, x, { left: LEFT, right: size.width - RIGHT, top: TOP, bottom: size.height - BOTTOM });
}

/** A small graph without axes, behind a big number. */
export function backdrop(host, line, kind, answer, size) {
  const [drawn] = stacked([{ ...line, kind: kind === "bars" ? "bars" : "area", color: "#3b82c4" }]);
  const highs = drawn.points.map((point) => point.high);
  const x = scale(answer.from, answer.to, 0, size.width);
  const low = Math.min(0, ...highs);
  const y = scale(low, Math.max(...highs) || 1, size.height, size.height * 0.25);
  const svg = drawing("svg", { width: size.width, height: size.height, class: "backdrop", "aria-hidden": "true" });
  svg.append(...DRAW[drawn.kind](drawn, x, y));
  host.prepend(svg);
}
