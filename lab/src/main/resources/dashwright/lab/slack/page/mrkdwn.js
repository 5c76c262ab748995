// Slack's mrkdwn: bold, italics, strikes, code, quotes, lists and references between angle brackets.
import { el, lines, link } from './dom.js';
import { withEmoji } from './emoji.js';
import { channel, user } from './state.js';

const INLINE = new RegExp([
  '`(?<code>[^`\\n]+)`',
  '<(?<reference>[^<>\\n]+)>',
  '(?<![\\w*])\\*(?=\\S)(?<bold>[^*\\n]*?\\S)\\*(?![\\w*])',
  '(?<![\\w_])_(?=\\S)(?<italic>[^_\\n]*?\\S)_(?![\\w_])',
  '(?<![\\w~])~(?=\\S)(?<strike>[^~\\n]*?\\S)~(?![\\w~])',
].join('|'), 'g');

const BULLET = /^(\s*)([•◦▪‣-]|\d+\.)\s+(.*)$/;

function decoded(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function plain(text) {
  return lines(withEmoji(decoded(text)));
}

/** Renders mrkdwn as a list of nodes. */
export function mrkdwn(text) {
  return text.split(/```/).map((part, i) =>
    // Every second part stands between fences; a fence that is never closed is words.
    i % 2 === 1 && i < text.split('```').length - 1
      ? el('pre', { class: 'code-block' }, decoded(part.replace(/^\n/, '').replace(/\n$/, '')))
      : paragraphs(i % 2 === 1 ? `\`\`\`${part}` : part));
}

function paragraphs(text) {
  const nodes = [];
  let quoted = [];
  let open = [];
  const flush = () => {
    if (open.length) nodes.push(inline(open.join('\n')));
    if (quoted.length) nodes.push(el('blockquote', {}, inline(quoted.join('\n'))));
    open = [];
    quoted = [];
  };
  for (const line of trimmed(text).split('\n')) {
    const bullet = BULLET.exec(line);
    if (/^(&gt;|>)/.test(line)) {
      if (open.length) flush();
      quoted.push(line.replace(/^(&gt;|>)\s?/, ''));
    } else if (bullet) {
      flush();
      nodes.push(el(
        'span',
        { class: 'bullet', style: { '--depth': String(Math.floor(bullet[1].length / 2)) } },
        el('span', { class: 'bullet-sign' }, bullet[2] === '-' ? '•' : bullet[2]),
        el('span', {}, inline(bullet[3])),
      ));
    } else {
      if (quoted.length) flush();
      open.push(line);
    }
  }
  flush();
  return nodes;
}

/** Fences bring their own space: a line break beside one is dropped. */
function trimmed(text) {
  return text.replace(/^\n/, '').replace(/\n$/, '');
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(plain(text.slice(from, match.index)), styled(match.groups));
    from = match.index + match[0].length;
  }
  nodes.push(plain(text.slice(from)));
  return nodes.flat(Infinity);
}

function styled({ code, reference, bold, italic, strike }) {
  if (code !== undefined) return el('code', {}, decoded(code));
  if (reference !== undefined) return referenced(reference);
  if (bold !== undefined) return el('strong', {}, inline(bold));
  if (italic !== undefined) return el('em', {}, inline(italic));
  return el('s', {}, inline(strike));
}

function referenced(text) {
  const [target, label] = splitOnce(text, '|');
  if (target.startsWith('@')) return mention(user(target.slice(1)), target.slice(1));
  if (target.startsWith('#')) return channelMention(target.slice(1), label);
  if (target.startsWith('!date^')) return el('time', {}, label ?? target);
  if (target.startsWith('!subteam^')) return el('span', { class: 'mention' }, label ?? '@group');
  if (target.startsWith('!')) return el('span', { class: 'mention mention-all' }, `@${target.slice(1)}`);
  return link(decoded(target), plain(label ?? target.replace(/^mailto:/, '')));
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A person's or app's name as a mention. */
export function mention(who, id) {
  return el('span', { class: 'mention', title: who.title || null }, `@${who.name === id ? id : who.handle}`);
}

/** A channel's name as a mention. */
export function channelMention(id, label) {
  return el('span', { class: 'mention' }, `#${channel(id)?.name ?? label ?? id}`);
}

/** Renders a text object: mrkdwn, or plain text with emoji. */
export function textObject(object) {
  if (!object) return [];
  return object.type === 'mrkdwn' ? mrkdwn(object.text) : lines(withEmoji(object.text));
}
