import { header } from "./colors.js";
import { element } from "./dom.js";
import { moment } from "./format.js";
import { draw } from "./widgets.js";

/** Loads a board with its data and lays it out. */
const SPANS = ["15m", "1h", "4h", "1d", "2d", "1w", "1mo"];
const SECONDS = { m: 60, h: 3600, d: 86400, w: 604800, mo: 2592000 };
const REFRESH = 20000;
const id = location.pathname.split("/")[2];
const chosen = new URLSearchParams(location.search);
const at = (name) => document.getElementById(name);

/** Where a widget without a place of its own goes: sizes as Datadog gives them. */
const SIZES = { query_value: [3, 2], note: [4, 2], free_text: [4, 1], group: [12, 0] };

function seconds(span) {
  const [, count, unit] = /^(\d+)(\w+)$/.exec(span);
  return count * SECONDS[unit];
}

function place(card, widget, columns) {
  const layout = widget.layout;
  if (layout) {
    card.style.gridColumn = `${layout.x + 1} / span ${Math.min(layout.width, columns - layout.x)}`;
    card.style.gridRow = `${layout.y + 1} / span ${Math.max(1, layout.height)}`;
  } else {
    const [width, height] = SIZES[widget.definition.type] ?? [4, 3];
    card.style.gridColumn = `span ${width}`;
    card.style.gridRow = `span ${Math.max(1, height)}`;
  }
}

function card(widget) {
  const { definition } = widget;
  const title = definition.title ? element("h3", { title: definition.description ?? definition.title }, definition.title) : null;
  const body = element("div", { class: "body" });
  const own = definition.time?.live_span ?? (definition.time?.value ? `${definition.time.value} ${definition.time.unit}` : null);
  const span = own && title ? element("span", { class: "own-time" }, own) : null;
  const box = element("section", { class: `widget ${definition.type}` }, title ? element("header", {}, title, span) : null, body);
  return { box, body };
}

function group(widget, drawn) {
  const { definition } = widget;
  const box = element("section", { class: "group" });
  const color = header(definition.background_color);
  if (definition.show_title !== false && definition.title) {
    const bar = element("h2", {}, definition.title);
    bar.style.background = color.background;
    bar.style.color = color.text;
    box.append(bar);
  }
  const grid = element("div", { class: "grid" });
  for (const inner of definition.widgets ?? []) {
    const { box: innerBox, body } = card(inner);
    place(innerBox, inner, 12);
    grid.append(innerBox);
    drawn.push({ widget: inner, body });
  }
  box.append(grid);
  return box;
}

/** A row of single widgets between two groups is a grid of its own, so that a group may grow. */
function ordered(widgets, drawn) {
  const sorted = widgets.every((each) => each.layout)
    ? [...widgets].sort((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x)
    : widgets;
  const host = at("board");
  let grid = null;
  let top = 0;
  for (const widget of sorted) {
    if (widget.definition.type === "group") {
      host.append(group(widget, drawn));
      grid = null;
      continue;
    }
    if (grid === null) {
      grid = element("div", { class: "grid" });
      host.append(grid);
      top = widget.layout?.y ?? 0;
    }
    const { box, body } = card(widget);
    const moved = widget.layout ? { ...widget, layout: { ...widget.layout, y: widget.layout.y - top } } : widget;
    place(box, moved, 12);
    grid.append(box);
    drawn.push({ widget, body });
  }
}

/** A free board has its own fine grid; it is scaled to the width of the page. */
function free(widgets, drawn) {
  const host = at("board");
  host.classList.add("free");
  const wide = Math.max(12, ...widgets.map((each) => (each.layout?.x ?? 0) + (each.layout?.width ?? 12)));
  const unit = Math.min(14, host.clientWidth / wide);
  let bottom = 0;
  for (const widget of widgets) {
    const { box, body } = widget.definition.type === "group" ? { box: group(widget, drawn), body: null } : card(widget);
    const { x = 0, y = 0, width = 40, height = 20 } = widget.layout ?? {};
    Object.assign(box.style, { left: `${x * unit}px`, top: `${y * unit}px`, width: `${width * unit - 6}px`, height: `${height * unit - 6}px` });
    bottom = Math.max(bottom, (y + height) * unit);
    host.append(box);
    if (body) {
      drawn.push({ widget, body });
    }
  }
  host.style.height = `${bottom}px`;
}

function variables(all) {
  at("variables").replaceChildren(...all.map((variable) => {
    const select = element("select", {}, ...variable.values.map((value) => element("option", { value, selected: value === variable.value ? "" : null }, value)));
    select.addEventListener("change", () => choose(`var_${variable.name}`, select.value));
    return element("label", {}, element("code", {}, `$${variable.name}`), select);
  }));
}

function choose(name, value) {
  chosen.set(name, value);
  history.replaceState(null, "", `?${chosen}`);
  load();
}

function spans(current) {
  const known = SPANS.some((span) => seconds(span) === current);
  const options = SPANS.map((span) => element("option", { value: span, selected: seconds(span) === current ? "" : null }, `Past ${span}`));
  if (!known) {
    options.unshift(element("option", { value: "", selected: "" }, `Past ${Math.round(current / 60)} min`));
  }
  at("span").replaceChildren(...options);
}

function show(page) {
  const { board, data } = page;
  document.title = `${board.title} · simulated Datadog`;
  at("title").textContent = board.title;
  at("description").textContent = board.description ?? "";
  at("now").textContent = moment(Date.parse(page.now));
  spans(page.span_seconds);
  variables(page.variables);
  at("board").replaceChildren();
  const drawn = [];
  (board.layout_type === "free" ? free : ordered)(board.widgets, drawn);
  for (const { widget, body } of drawn) {
    draw(body, widget.definition, data[widget.id] ?? { answers: [] });
  }
  document.body.dataset.ready = "true";
}

let latest = null;

async function load() {
  const response = await fetch(`/lab/board/${encodeURIComponent(id)}/data?${chosen}`);
  const page = await response.json();
  at("problem").hidden = response.ok;
  at("problem").textContent = response.ok ? "" : (page.errors ?? []).join(", ");
  if (response.ok) {
    latest = page;
    show(page);
  }
}

at("span").addEventListener("change", () => choose("span", at("span").value));
let resized = 0;
window.addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => latest && show(latest), 150);
});
setInterval(() => document.hidden || load(), REFRESH);
await load();
