import { palette } from "./colors.js";

/** Lines and rows out of the answers of the query endpoints. */

/** A formula that is no more than the name of a query is called after its metric. */
function titled(formula, request) {
  const query = (request.queries ?? []).find((each) => each.name === formula?.formula);
  const metric = /^[\w()]*:([\w.]+)\{/.exec(query?.query ?? "")?.[1];
  return formula?.alias || metric || formula?.formula || request.q || "";
}

/** A name from the tags that set a line apart, or from the formula where there are none. */
function named(formula, request, tags, several) {
  const label = titled(formula, request);
  const group = tags.map((tag) => tag.slice(tag.indexOf(":") + 1)).join(", ");
  if (!group) {
    return label || "value";
  }
  return several ? `${label} · ${group}` : group;
}

function formulasOf(request) {
  return request.formulas ?? [];
}

/** All lines of a widget: {name, color, kind, times, values, unit, label}. */
export function lines(definition, answer) {
  const all = [];
  (definition.requests ?? []).forEach((request, index) => {
    const { attributes, units } = answer.answers[index] ?? {};
    if (!attributes) {
      return;
    }
    const several = formulasOf(request).length > 1 || definition.requests.length > 1;
    const colors = palette(request.style?.palette);
    attributes.series.forEach((series, place) => {
      const formula = formulasOf(request)[series.query_index];
      all.push({
        name: named(formula, request, series.group_tags, several),
        color: colors[all.length % colors.length],
        kind: request.display_type ?? "line",
        times: attributes.times,
        values: attributes.values[place],
        unit: units?.[series.query_index] ?? series.unit,
        label: formula?.number_format?.unit?.label,
      });
    });
  });
  return all;
}

/** The rows of a widget: {groups, rows: [{name, cells}], columns: [{name, unit, label, formats}]}. */
export function rows(definition, answer) {
  const columns = [];
  const byGroup = new Map();
  (definition.requests ?? []).forEach((request, index) => {
    const { attributes, units } = answer.answers[index] ?? {};
    if (!attributes) {
      return;
    }
    const groups = attributes.columns.filter((column) => column.type === "group");
    const numbers = attributes.columns.filter((column) => column.type === "number");
    numbers.forEach((column, place) => {
      const formula = formulasOf(request)[place];
      columns.push({
        name: titled(formula, request) || "value",
        unit: units?.[place] ?? column.meta?.unit,
        label: formula?.number_format?.unit?.label,
        formats: formula?.conditional_formats ?? request.conditional_formats,
        palette: request.style?.palette,
      });
      column.values.forEach((value, row) => {
        const group = groups.map((each) => each.values[row].join(", "));
        const key = group.join(" · ");
        if (!byGroup.has(key)) {
          byGroup.set(key, { name: key, group, cells: [] });
        }
        byGroup.get(key).cells[columns.length - 1] = value;
      });
    });
  });
  const first = (answer.answers ?? []).find((each) => each.attributes);
  const groups = (first?.attributes.columns ?? []).filter((column) => column.type === "group").map((column) => column.name);
  return { groups, columns, rows: [...byGroup.values()] };
}

/** What went wrong, if anything did. */
export function problems(answer) {
  return (answer?.answers ?? []).map((each) => each.error).filter(Boolean);
}
