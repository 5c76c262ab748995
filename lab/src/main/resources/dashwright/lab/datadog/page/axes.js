import { clock } from "./format.js";

/** Scales and ticks. */
export function scale(from, to, start, end) {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

/** A round step that cuts a range into about so many parts. */
function roundStep(range, parts) {
  const rough = range / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough);
}

/** What one round number is of: bytes are round in powers of 1024, times in minutes, hours and days. */
function base(most, unit) {
  const own = unit?.[0];
  const size = Math.abs(most) * (own?.scale_factor ?? 1);
  if (own?.family === "bytes" && size >= 1024) {
    return 1024 ** Math.floor(Math.log(size) / Math.log(1024)) / own.scale_factor;
  }
  if (own?.family === "time" && size >= 120) {
    return [86400, 3600, 60].find((each) => size >= each) / own.scale_factor;
  }
  return 1;
}

/** The range of a vertical axis and its ticks. */
export function vertical(least, most, includeZero, parts, unit) {
  let low = includeZero ? Math.min(0, least) : least;
  let high = includeZero ? Math.max(0, most) : most;
  if (low === high) {
    const margin = Math.abs(high) * 0.1 || 1;
    low = includeZero && low >= 0 ? Math.min(0, low) : low - margin;
    high += margin;
  }
  const round = base(Math.max(Math.abs(high), Math.abs(low)), unit);
  const step = roundStep((high - low) / round, parts) * round;
  const first = Math.floor(low / step + 1e-9) * step;
  const last = Math.ceil(high / step - 1e-9) * step;
  const ticks = [];
  for (let tick = first; tick <= last + step / 2; tick += step) {
    ticks.push(Math.abs(tick) < step / 1e6 ? 0 : tick);
  }
  return { low: first, high: last, ticks };
}

const STEPS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600, 43200, 86400, 172800, 432000, 604800];

/** Round times within a range, with their words. */
export function horizontal(from, to, parts) {
  const step = 1000 * (STEPS.find((each) => ((to - from) / 1000) / each <= parts) ?? 1209600);
  const ticks = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
    ticks.push({ at: tick, text: clock(tick, to - from) });
  }
  return ticks;
}
