import { element } from "./dom.js";

/** The Markdown of notes, built as elements: whatever a note holds, it stays text. */
const INLINE = /(\*\*|__)(.+?)\1|(\*|_)(?=\S)(.+?)\3(?!\w)|`([^`]+)`|\[([^\]]*)\]\(([^)\s]+)[^)]*\)|(https?:\/\/[^\s<>)]+)/;

/** Escaped signs pass through as characters that no text has, so that no rule takes them for its own. */
const ESCAPED = /\\([\\`*_[\]()<>#|~])/g;
const PRIVATE = 0xe000;

function hidden(text) {
  return text.replace(ESCAPED, (_, sign) => String.fromCharCode(PRIVATE + sign.charCodeAt(0)));
}

function shown(text) {
  return text.replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - PRIVATE));
}

function link(target, ...children) {
  const safe = /^(https?:\/\/|\/|#)/.test(target);
  return safe ? element("a", { href: target, rel: "noopener noreferrer" }, ...children) : element("span", {}, ...children);
}

function inline(text) {
  const nodes = [];
  let rest = hidden(text);
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    nodes.push(shown(rest.slice(0, match.index)));
    if (match[2] !== undefined) {
      nodes.push(element("strong", {}, ...inline(match[2])));
    } else if (match[4] !== undefined) {
      nodes.push(element("em", {}, ...inline(match[4])));
    } else if (match[5] !== undefined) {
      nodes.push(element("code", {}, shown(match[5])));
    } else if (match[7] !== undefined) {
      nodes.push(link(match[7], ...inline(match[6])));
    } else {
      nodes.push(link(match[8], match[8]));
    }
    rest = rest.slice(match.index + match[0].length);
  }
  nodes.push(shown(rest));
  return nodes;
}

function cells(line) {
  return line.replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
}

function table(lines) {
  const head = element("tr", {}, ...cells(lines[0]).map((cell) => element("th", {}, ...inline(cell))));
  const rows = lines.slice(2).map((line) => element("tr", {}, ...cells(line).map((cell) => element("td", {}, ...inline(cell)))));
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}

/** Takes lines as long as a test holds. */
function taken(lines, test) {
  const block = [];
  while (lines.length > 0 && test(lines[0])) {
    block.push(lines.shift());
  }
  return block;
}

function paragraph(lines) {
  const nodes = lines.flatMap((line, index) => (index === 0 ? inline(line) : [element("br"), ...inline(line)]));
  return element("p", {}, ...nodes);
}

const BULLET = /^\s*[-*+]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const STARTS = [/^#{1,6}\s/, BULLET, NUMBER, /^\s*>/, /^```/, /^\s*([-*_])(\s*\1){2,}\s*$/, /^\s*$/];

function block(lines) {
  const line = lines[0];
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) {
    lines.shift();
    return element(`h${Math.min(6, heading[1].length + 1)}`, {}, ...inline(heading[2]));
  }
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
    lines.shift();
    return element("hr");
  }
  if (line.startsWith("```")) {
    lines.shift();
    const code = taken(lines, (each) => !each.startsWith("```"));
    lines.shift();
    return element("pre", {}, code.join("\n"));
  }
  if (BULLET.test(line) || NUMBER.test(line)) {
    const form = BULLET.test(line) ? BULLET : NUMBER;
    const items = taken(lines, (each) => form.test(each));
    return element(form === BULLET ? "ul" : "ol", {}, ...items.map((item) => element("li", {}, ...inline(item.replace(form, "")))));
  }
  if (/^\s*>/.test(line)) {
    const quoted = taken(lines, (each) => /^\s*>/.test(each)).map((each) => each.replace(/^\s*>\s?/, ""));
    return element("blockquote", {}, paragraph(quoted));
  }
  if (line.includes("|") && /^[\s|:-]+$/.test(lines[1] ?? "")) {
    return table(taken(lines, (each) => each.includes("|")));
  }
  const first = lines.shift();
  return paragraph([first, ...taken(lines, (each) => !STARTS.some((start) => start.test(each)))]);
}

export function markdown(text) {
  const lines = text.replaceAll("\r", "").split("\n");
  const blocks = [];
  while (lines.length > 0) {
    if (lines[0].trim() === "") {
      lines.shift();
    } else {
      blocks.push(block(lines));
    }
  }
  return element("div", { class: "markdown" }, ...blocks);
}
