// rich_text blocks: what people type, and what some apps send.
import { el, lines, link } from './dom.js';
import { emoji } from './emoji.js';
import { channelMention, mention } from './mrkdwn.js';
import { user } from './state.js';

const RENDERERS = {
  rich_text_section: (part) => el('div', { class: 'rich-section' }, inlines(part.elements)),
  rich_text_preformatted: (part) => el('pre', { class: 'code-block' }, inlines(part.elements)),
  rich_text_quote: (part) => el('blockquote', {}, inlines(part.elements)),
  rich_text_list: (part) => el(
    part.style === 'ordered' ? 'ol' : 'ul',
    { style: { 'margin-left': `${(part.indent ?? 0) * 1.4}em` }, start: part.offset ? String(part.offset + 1) : null },
    part.elements.map((item) => el('li', {}, inlines(item.elements))),
  ),
};

/** Renders a rich_text block. */
export function richText(block) {
  return el('div', { class: 'rich-text' }, block.elements.map((part) => RENDERERS[part.type]?.(part)));
}

function inlines(elements) {
  return elements.map(inline);
}

function inline(part) {
  switch (part.type) {
    case 'text': return styled(part, lines(part.text));
    case 'link': return styled(part, link(part.url, part.text ?? part.url));
    case 'user': return mention(user(part.user_id), part.user_id);
    case 'usergroup': return el('span', { class: 'mention' }, `@${part.usergroup_id}`);
    case 'channel': return channelMention(part.channel_id);
    case 'broadcast': return el('span', { class: 'mention mention-all' }, `@${part.range}`);
    case 'emoji': return emoji(part.name);
    case 'date': return el('time', {}, part.fallback ?? new Date(part.timestamp * 1000).toLocaleString());
    case 'color': return el('code', {}, part.value);
    default: return null;
  }
}

function styled(part, content) {
  const style = part.style ?? {};
  let node = content;
  if (style.code) node = el('code', {}, node);
  if (style.bold) node = el('strong', {}, node);
  if (style.italic) node = el('em', {}, node);
  if (style.strike) node = el('s', {}, node);
  return node;
}
