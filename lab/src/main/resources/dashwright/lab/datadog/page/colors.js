/** Colours of lines, of conditional formats and of group headers. */
const PALETTES = {
  classic: ["#3b82c4", "#8b5fbf", "#2f9e8f", "#e0853d", "#5568d3", "#c2517c", "#7a9a3a", "#d1a12b", "#4aa3c7", "#9c6b4e"],
  warm: ["#d9483b", "#e8743b", "#eda53b", "#c2416d", "#b5522d", "#f0b85a"],
  cool: ["#2f7ec2", "#2f9e8f", "#5aa9dd", "#4b6bc9", "#46b5a5", "#7aa7d9"],
  purple: ["#7d4fb8", "#a274d6", "#5b3b91", "#c19be6", "#8d6bb0"],
  orange: ["#e07b28", "#f0a35c", "#bd5f14", "#f5bf8b", "#d08b4f"],
  green: ["#2e9b57", "#63bd84", "#1f7540", "#93d3ac", "#5a9e75"],
  blue: ["#2f72c2", "#5f9be0", "#1d5296", "#93bcec", "#5a86bd"],
  red: ["#cf3f36", "#e5736b", "#a42a23", "#f0a39d", "#c25f58"],
  grey: ["#6b7280", "#9aa1ac", "#4b5563", "#c0c5cd", "#80868f"],
};
const ALIASES = { gray: "grey", dog_classic: "classic", datadog16: "classic", semantic: "classic", yellow: "orange" };

export function palette(name) {
  return PALETTES[ALIASES[name] ?? name] ?? PALETTES.classic;
}

const FORMATS = {
  white_on_green: ["#ffffff", "#2a8f4f"], white_on_yellow: ["#ffffff", "#c98a12"], white_on_red: ["#ffffff", "#c8372d"],
  white_on_gray: ["#ffffff", "#6b7280"], green_on_white: ["#1f7d41", "#ffffff"], yellow_on_white: ["#a66f06", "#ffffff"],
  red_on_white: ["#bd2f26", "#ffffff"], black_on_light_green: ["#14371f", "#d3f0dd"],
  black_on_light_yellow: ["#4a3604", "#fbedc4"], black_on_light_red: ["#4f1511", "#fbdad7"],
  green: ["#1f7d41", "#ffffff"], yellow: ["#a66f06", "#ffffff"], red: ["#bd2f26", "#ffffff"], blue: ["#2463ac", "#ffffff"],
};

function hex(colour) {
  return /^#[0-9a-f]{3,8}$/i.test(colour ?? "") ? colour : null;
}

/** The first conditional format that holds, as {text, background}; null where none does. */
export function conditional(value, formats) {
  if (value === null || value === undefined) {
    return null;
  }
  const holds = {
    ">": (limit) => value > limit, ">=": (limit) => value >= limit,
    "<": (limit) => value < limit, "<=": (limit) => value <= limit, "=": (limit) => value === limit,
  };
  const found = (formats ?? []).find((format) => holds[format.comparator]?.(Number(format.value)));
  if (!found) {
    return null;
  }
  if (found.palette === "custom_bg") {
    return { text: "#ffffff", background: hex(found.custom_bg_color) ?? "#6b7280" };
  }
  if (found.palette === "custom_text") {
    return { text: hex(found.custom_fg_color) ?? "#1f2430", background: "#ffffff" };
  }
  const [text, background] = FORMATS[found.palette] ?? ["#1f2430", "#ffffff"];
  return { text, background };
}

const HEADERS = {
  vivid_blue: "#2f72c2", vivid_green: "#2a8f5b", vivid_purple: "#7750b3", vivid_pink: "#c2517c", vivid_orange: "#cf6f22",
  vivid_yellow: "#b98a10", blue: "#dbe9fa", green: "#d9f0e2", purple: "#e8dff6", pink: "#f9dfe9", orange: "#fbe6d3",
  yellow: "#fbf0cc", gray: "#e6e8ec", white: "#ffffff",
};

export function header(name) {
  const background = HEADERS[name] ?? HEADERS.gray;
  return { background, text: (name ?? "").startsWith("vivid_") ? "#ffffff" : "#1f2430" };
}

const NOTES = {
  yellow: "#fdf6dc", blue: "#e6f0fc", green: "#e5f5ea", purple: "#f0eafa", pink: "#fceaf1", orange: "#fdeedd",
  gray: "#f1f2f5", grey: "#f1f2f5", white: "#ffffff", transparent: "transparent",
};

export function note(name) {
  return NOTES[(name ?? "white").replace("vivid_", "")] ?? hex(name) ?? "#ffffff";
}

export function marker(type) {
  const word = (type ?? "").split(" ")[0];
  return { error: "#c8372d", warning: "#c98a12", ok: "#2a8f4f", info: "#2f72c2" }[word] ?? "#6b7280";
}
