import { backdrop, graph } from "./charts.js";
import { conditional, note } from "./colors.js";
import { element } from "./dom.js";
import { parts, text } from "./format.js";
import { markdown } from "./markdown.js";
import { lines, problems, rows } from "./series.js";
import { heatMap, histogram, ring, table, topList } from "./shapes.js";

/** Draws one widget into its body. */
function sizeOf(host) {
  return { width: Math.max(120, host.clientWidth), height: Math.max(60, host.clientHeight) };
}

/** A box inside the padding, whose size is what there is to draw on. */
function plotIn(host) {
  const plot = element("div", { class: "plot" });
  host.append(plot);
  return plot;
}

function nothing(host, why) {
  host.append(element("div", { class: "nothing" }, element("b", {}, "No data"), why ? element("span", {}, why) : null));
}

const MOST_IN_LEGEND = 8;

function figuresOf(line) {
  const known = line.values.filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return { avg: sum / known.length, sum, min: Math.min(...known), max: Math.max(...known), value: known[known.length - 1] };
}

function legend(host, definition, all) {
  if (definition.show_legend === false || (all.length === 1 && !definition.show_legend)) {
    return;
  }
  const wide = host.clientWidth >= 560;
  const columns = (definition.legend_columns ?? ["avg", "max", "value"]).slice(0, wide ? 4 : 2);
  const sorted = all.map((line) => ({ line, figures: figuresOf(line) })).sort((a, b) => b.figures.sum - a.figures.sum);
  const box = element("div", { class: wide ? "legend" : "legend narrow" }, ...sorted.slice(0, MOST_IN_LEGEND).map(({ line, figures }) => {
    const swatch = element("i");
    swatch.style.background = line.color;
    const shown = columns.filter((column) => column in figures)
      .map((column) => element("em", {}, `${column === "value" ? "last" : column} `, element("b", {}, text(figures[column], line.unit, line))));
    return element("div", { title: line.name }, swatch, element("span", {}, line.name), ...shown);
  }));
  if (all.length > MOST_IN_LEGEND) {
    box.append(element("div", { class: "more" }, `and ${all.length - MOST_IN_LEGEND} more`));
  }
  host.append(box);
}

function timeseries(host, definition, answer) {
  const all = lines(definition, answer);
  if (all.length === 0) {
    return nothing(host, "in this window");
  }
  const plot = plotIn(host);
  legend(host, definition, all);
  graph(plot, definition, all, answer, sizeOf(plot));
}

function number(host, definition, answer) {
  const data = rows(definition, answer);
  const value = data.rows[0]?.cells[0] ?? null;
  const column = data.columns[0];
  if (value === null) {
    return nothing(host);
  }
  const options = { precision: definition.precision, autoscale: definition.autoscale, label: definition.custom_unit ?? column.label };
  const [figure, unit] = parts(value, column.unit, options);
  const size = sizeOf(host);
  const big = element("div", { class: "big" }, element("span", {}, figure), unit ? element("small", {}, unit) : null);
  const letters = figure.length + unit.length * 0.5;
  big.style.fontSize = `${Math.max(20, Math.min(size.height * 0.52, (size.width * 1.35) / letters, 64))}px`;
  host.append(big);
  const format = conditional(value, column.formats);
  if (format) {
    const card = host.closest(".widget");
    card.style.background = format.background;
    card.style.color = format.text;
    card.classList.toggle("coloured", format.background !== "#ffffff");
  }
  const course = answer.background?.attributes;
  if (course?.series.length > 0) {
    backdrop(host, { times: course.times, values: course.values[0] }, definition.timeseries_background.type, answer, size);
  }
}

function ofRows(draw) {
  return (host, definition, answer) => {
    const data = rows(definition, answer);
    const any = data.rows.some((row) => row.cells.some((cell) => cell !== null && cell !== undefined));
    if (!any) {
      return nothing(host);
    }
    const plot = plotIn(host);
    return draw(plot, data, sizeOf(plot));
  };
}

function ofLines(draw) {
  return (host, definition, answer) => {
    const all = lines(definition, answer);
    if (all.length === 0) {
      return nothing(host);
    }
    const plot = plotIn(host);
    return draw(plot, all, answer, sizeOf(plot));
  };
}

function aNote(host, definition) {
  const card = host.closest(".widget");
  card.style.background = note(definition.background_color);
  card.classList.toggle("bare", definition.background_color === "transparent");
  const body = markdown(definition.content ?? "");
  body.style.fontSize = `${Math.min(24, Math.max(12, Number(definition.font_size) || 14))}px`;
  body.style.textAlign = ["left", "center", "right"].includes(definition.text_align) ? definition.text_align : "left";
  host.append(body);
}

function words(host, definition) {
  host.append(element("div", { class: "free-text" }, definition.text ?? ""));
}

const DRAW = {
  timeseries, query_value: number, note: aNote, free_text: words,
  toplist: ofRows(topList), query_table: ofRows(table), change: ofRows(table), scatterplot: ofRows(table),
  sunburst: ofRows(ring), treemap: ofRows(topList), bar_chart: ofRows(topList), geomap: ofRows(topList), hostmap: ofRows(topList),
  heatmap: ofLines(heatMap), distribution: ofLines((host, all, answer, size) => histogram(host, all, size)),
};

export function draw(host, definition, answer) {
  const wrong = problems(answer);
  if (wrong.length > 0 && wrong.length === answer.answers.length) {
    host.append(element("div", { class: "failed" }, element("b", {}, "This query failed"), element("span", {}, wrong[0])));
    return;
  }
  const known = DRAW[definition.type];
  if (!known) {
    host.append(element("div", { class: "nothing" }, element("b", {}, definition.type), element("span", {}, "is not drawn by this page")));
    return;
  }
  known(host, definition, answer);
}
