// Standard Markdown, as markdown blocks and streamed messages have it: what is in use there, and no HTML.
import { el, lines, link } from './dom.js';
import { withEmoji } from './emoji.js';

const INLINE = new RegExp([
  '`(?<code>[^`]+)`',
  '!?\\[(?<label>[^\\]]*)\\]\\((?<target>[^)\\s]+)\\)',
  '(?<bare>https?://[^\\s<>)]+)',
  '\\*\\*(?=\\S)(?<bold>.+?\\S|\\S)\\*\\*',
  '~~(?=\\S)(?<strike>.+?)~~',
  '(?<![\\w*])\\*(?=\\S)(?<star>[^*]+?)\\*(?![\\w*])',
  '(?<![\\w_])_(?=\\S)(?<italic>[^_]+?)_(?![\\w_])',
].join('|'), 'g');

/** Renders Markdown as a list of nodes. */
export function markdown(text) {
  return blocks(text.replace(/\r\n/g, '\n').split('\n'));
}

function blocks(all) {
  const nodes = [];
  let at = 0;
  while (at < all.length) {
    const [node, next] = block(all, at);
    if (node) nodes.push(node);
    at = next;
  }
  return nodes;
}

function block(all, at) {
  const line = all[at];
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (!line.trim()) return [null, at + 1];
  if (/^\s*```/.test(line)) return fence(all, at);
  if (heading) return [el(`h${Math.min(6, heading[1].length + 2)}`, { class: 'md-heading' }, inline(heading[2])), at + 1];
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return [el('hr'), at + 1];
  if (/^\s*>/.test(line)) return quote(all, at);
  if (item(line)) return list(all, at, item(line).indent);
  if (line.includes('|') && /^\s*\|?\s*:?-{2,}/.test(all[at + 1] ?? '')) return table(all, at);
  return paragraph(all, at);
}

function fence(all, at) {
  const end = all.findIndex((line, i) => i > at && /^\s*```\s*$/.test(line));
  const last = end < 0 ? all.length : end;
  return [el('pre', { class: 'code-block' }, all.slice(at + 1, last).join('\n')), last + 1];
}

function quote(all, at) {
  let end = at;
  while (end < all.length && /^\s*>/.test(all[end])) end += 1;
  return [el('blockquote', {}, blocks(all.slice(at, end).map((line) => line.replace(/^\s*>\s?/, '')))), end];
}

function item(line) {
  const found = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(line ?? '');
  return found && { indent: found[1].length, ordered: /\d/.test(found[2]), text: found[3] };
}

function list(all, at, indent) {
  const element = el(item(all[at]).ordered ? 'ol' : 'ul', {});
  let next = at;
  while (next < all.length) {
    const found = item(all[next]);
    if (!found || found.indent < indent) break;
    if (found.indent > indent + 1 && element.lastChild) {
      const [nested, after] = list(all, next, found.indent);
      element.lastChild.append(nested);
      next = after;
    } else {
      element.append(el('li', {}, inline(found.text)));
      next += 1;
    }
  }
  return [element, next];
}

function table(all, at) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
  const head = cells(all[at]);
  let end = at + 2;
  while (end < all.length && all[end].includes('|')) end += 1;
  const body = all.slice(at + 2, end).map((line) =>
    el('tr', {}, cells(line).map((cell) => el('td', {}, inline(cell)))));
  return [el('div', { class: 'table-scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, head.map((cell) => el('th', { scope: 'col' }, inline(cell))))),
    el('tbody', {}, body))), end];
}

function paragraph(all, at) {
  let end = at + 1;
  while (end < all.length && all[end].trim() && !/^(#{1,6}\s|\s*>|\s*```)/.test(all[end]) && !item(all[end])) end += 1;
  return [el('p', {}, inline(all.slice(at, end).join('\n'))), end];
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(lines(withEmoji(text.slice(from, match.index))), styled(match.groups));
    from = match.index + match[0].length;
  }
  nodes.push(lines(withEmoji(text.slice(from))));
  return nodes.flat(Infinity);
}

function styled({ code, label, target, bare, bold, strike, star, italic }) {
  if (code !== undefined) return el('code', {}, code);
  if (target !== undefined) return link(target, inline(label || target));
  if (bare !== undefined) return link(bare, bare);
  if (bold !== undefined) return el('strong', {}, inline(bold));
  if (strike !== undefined) return el('s', {}, inline(strike));
  return el('em', {}, inline(star ?? italic));
}
