// Block Kit: one renderer for each kind of block. A context tells where the blocks stand and takes what is pressed.
import { el, safeUrl } from './dom.js';
import { element, labelled } from './elements.js';
import { markdown } from './markdown.js';
import { textObject } from './mrkdwn.js';
import { richText } from './richtext.js';

/** A section's text longer than this is folded, as Slack does unless the block says `expand`. */
const FOLD_FROM = 700;

const RENDERERS = {
  section,
  header: (block) => el('h3', { class: 'block-header' }, textObject(block.text)),
  divider: () => el('hr', { class: 'block-divider' }),
  image: (block) => figure(block),
  context: (block) => el('div', { class: 'block-context' }, block.elements.map(contextElement)),
  actions: (block, context) =>
    el('div', { class: 'block-actions' }, block.elements.map((each) => element(each, block, context))),
  context_actions: (block, context) =>
    el('div', { class: 'block-actions block-context-actions' }, block.elements.map((each) => element(each, block, context))),
  markdown: (block) => el('div', { class: 'markdown' }, markdown(block.text)),
  rich_text: richText,
  input: labelled,
  table,
  task_card: taskCard,
};

/** Renders blocks; one of a kind that the page does not know is named instead of left out. */
export function blocks(list, context) {
  return list.map((block) =>
    RENDERERS[block.type]?.(block, context)
      ?? el('p', { class: 'unknown-block' }, `(a block of type ${block.type})`));
}

function section(block, context) {
  const parts = [];
  if (block.text) parts.push(folding(el('div', { class: 'section-text' }, textObject(block.text)), block));
  if (block.fields) {
    parts.push(el('div', { class: 'fields' }, block.fields.map((field) => el('div', { class: 'field' }, textObject(field)))));
  }
  return el(
    'div',
    { class: 'block-section' },
    el('div', { class: 'section-main' }, parts),
    block.accessory && el('div', { class: 'accessory' },
      block.accessory.type === 'image' ? picture(block.accessory, 'thumb') : element(block.accessory, block, context)),
  );
}

function folding(text, block) {
  if (block.expand || block.text.text.length <= FOLD_FROM) return text;
  text.classList.add('folded');
  const more = el('button', { class: 'see-more', type: 'button', 'aria-expanded': 'false' }, 'See more');
  more.addEventListener('click', () => {
    const folded = text.classList.toggle('folded');
    more.textContent = folded ? 'See more' : 'See less';
    more.setAttribute('aria-expanded', String(!folded));
  });
  return [text, more];
}

function contextElement(part) {
  return part.type === 'image' ? picture(part, 'tiny') : el('span', {}, textObject(part));
}

/** Where an image is: in the workspace, or anywhere on the web. */
function source(image) {
  const file = image.slack_file;
  if (!file) return safeUrl(image.image_url);
  const id = file.id ?? /F0LAB[A-Z0-9]+/.exec(file.url ?? '')?.[0];
  return id ? `/lab/files/${id}` : null;
}

function picture(image, kind) {
  const src = source(image);
  if (!src) return el('span', { class: 'muted' }, image.alt_text);
  const shown = el('img', { class: `picture-${kind}`, src, alt: image.alt_text, loading: 'lazy' });
  // An image that cannot be fetched leaves its words.
  shown.addEventListener('error', () => shown.replaceWith(el('span', { class: 'muted' }, `[${image.alt_text}]`)));
  return shown;
}

function figure(block) {
  const src = source(block);
  return el(
    'figure',
    { class: 'block-image' },
    block.title && el('figcaption', {}, textObject(block.title)),
    src
      ? el('a', { href: src, target: '_blank', rel: 'noopener noreferrer', title: 'Open in full size' }, picture(block, 'large'))
      : picture(block, 'large'),
  );
}

function table(block) {
  const [head, ...rows] = block.rows;
  const settings = block.column_settings ?? [];
  const cell = (tag) => (content, column) => el(
    tag,
    { style: { 'text-align': settings[column]?.align ?? 'left' }, scope: tag === 'th' ? 'col' : null },
    content.type === 'rich_text' ? richText(content) : String(content.text ?? content.value ?? ''),
  );
  return el('div', { class: 'table-scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, head.map(cell('th')))),
    el('tbody', {}, rows.map((row) => el('tr', {}, row.map(cell('td')))))));
}

const TASK_SIGNS = { pending: '○', in_progress: '◔', complete: '✓', error: '!' };

function taskCard(block) {
  const status = block.status ?? 'pending';
  return el(
    'div',
    { class: `task-card task-${status}` },
    el('span', { class: 'task-sign', 'aria-label': status.replace('_', ' ') }, TASK_SIGNS[status] ?? '○'),
    el('div', {},
      el('div', { class: 'task-title' }, block.title),
      block.details && richText(block.details),
      block.output && richText(block.output)),
  );
}
