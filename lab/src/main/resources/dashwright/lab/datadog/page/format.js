/** Numbers as people read them: 8.0M, 1.4 s, 12 GiB. */
const STEPS = [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1e3, "K"]];
const BYTES = [[2 ** 40, "TiB"], [2 ** 30, "GiB"], [2 ** 20, "MiB"], [2 ** 10, "KiB"], [1, "B"]];
const TIMES = [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"], [1e-3, "ms"], [1e-6, "µs"], [1e-9, "ns"]];

/** Up to three digits that matter, or exactly so many after the point. */
export function digits(value, precision) {
  if (precision !== undefined && precision !== null) {
    return value.toLocaleString("en-US", { minimumFractionDigits: 0, maximumFractionDigits: precision });
  }
  const size = Math.abs(value);
  const after = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
  return value.toLocaleString("en-US", { maximumFractionDigits: after });
}

function largest(table, value) {
  const size = Math.abs(value);
  return table.find(([scale]) => size >= scale) ?? table[table.length - 1];
}

function plain(value, options) {
  const size = Math.abs(value);
  if (options.autoscale === false || size < 10000) {
    return digits(value, options.precision);
  }
  const [scale, letter] = largest(STEPS, value);
  const scaled = value / scale;
  return `${scaled.toLocaleString("en-US", { minimumFractionDigits: Math.abs(scaled) < 10 ? 1 : 0, maximumFractionDigits: Math.abs(scaled) < 100 ? 1 : 0 })}${letter}`;
}

/**
 * A value with its unit, as [number, unit].
 * @param unit the pair [unit, per] of an answer, or null
 */
export function parts(value, unit, options = {}) {
  const [own, per] = unit ?? [null, null];
  const after = per ? `/${per.short_name ?? per.name}` : "";
  if (options.label) {
    return [plain(value, options), options.label];
  }
  if (!own) {
    return [plain(value, options), after];
  }
  if (own.family === "time" && value !== 0) {
    const seconds = value * own.scale_factor;
    const [scale, name] = largest(TIMES, seconds);
    return [digits(seconds / scale), name + after];
  }
  if (own.family === "bytes" && own.name !== "bit" && value !== 0) {
    const bytes = value * own.scale_factor;
    const [scale, name] = largest(BYTES, bytes);
    return [digits(bytes / scale), name + after];
  }
  if (own.family === "percentage") {
    return [digits(value * own.scale_factor, options.precision), "%" + after];
  }
  const name = own.short_name ?? (Math.abs(value) === 1 ? own.name : own.plural);
  return [plain(value, options), name + after];
}

export function text(value, unit, options = {}) {
  if (value === null || value === undefined) {
    return "no data";
  }
  const [number, name] = parts(value, unit, options);
  const tight = name === "" || name.startsWith("%") || name.startsWith("/");
  return tight ? number + name : `${number} ${name}`;
}

/** A time on an axis: the hour within a day, the day beyond. */
export function clock(millis, span) {
  const iso = new Date(millis).toISOString();
  if (span <= 2 * 86400e3) {
    return iso.slice(11, 16);
  }
  const day = new Date(millis).toLocaleDateString("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
  return span <= 8 * 86400e3 && iso.slice(11, 16) !== "00:00" ? `${day} ${iso.slice(11, 16)}` : day;
}

export function moment(millis) {
  return new Date(millis).toISOString().slice(0, 19).replace("T", " ") + " UTC";
}
