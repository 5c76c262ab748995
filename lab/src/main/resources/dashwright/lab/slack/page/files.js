// Attached files: pictures are shown, texts can be looked into, everything can be downloaded.
import { el } from './dom.js';
import { size } from './format.js';

const READABLE = ['json', 'txt', 'csv', 'yaml', 'md'];
const PICTURES = ['png', 'jpg', 'gif'];
const LONGEST = 200_000;

/** Renders the files of a message. */
export function files(list) {
  return list.length === 0 ? null : el('div', { class: 'files' }, list.map(file));
}

function file(each) {
  if (each.mode === 'tombstone') return el('div', { class: 'file-card' }, 'This file is gone.');
  return PICTURES.includes(each.filetype) ? picture(each) : card(each);
}

function address(each) {
  return `/lab/files/${encodeURIComponent(each.id)}`;
}

function picture(each) {
  return el(
    'figure',
    { class: 'block-image' },
    el('figcaption', {}, each.title),
    el('a', { href: address(each), target: '_blank', rel: 'noopener', title: 'Open in full size' },
      el('img', { class: 'picture-large', src: address(each), alt: each.title })),
  );
}

function card(each) {
  const readable = READABLE.includes(each.filetype);
  const preview = el('div', { class: 'file-preview', hidden: true });
  const view = readable && el('button', { class: 'button button-small', type: 'button', 'aria-expanded': 'false' }, 'View');
  if (view) view.addEventListener('click', () => toggle(each, view, preview));
  return el(
    'div',
    { class: 'file' },
    el('div', { class: 'file-card' },
      el('span', { class: 'file-sign', 'aria-hidden': 'true' }, each.filetype === 'binary' ? 'file' : each.filetype),
      el('div', { class: 'file-words' },
        el('div', { class: 'file-title' }, each.title),
        el('div', { class: 'muted' }, each.title === each.name ? '' : `${each.name} · `, size(each.size))),
      el('div', { class: 'file-buttons' },
        view,
        el('a', { class: 'button button-small', href: `${address(each)}?download=1`, download: each.name }, 'Download'))),
    preview,
  );
}

async function toggle(each, view, preview) {
  const opening = preview.hidden;
  if (opening && !preview.hasChildNodes()) {
    preview.append(el('pre', { class: 'code-block', tabindex: '0' }, await read(each)));
  }
  preview.hidden = !opening;
  view.textContent = opening ? 'Hide' : 'View';
  view.setAttribute('aria-expanded', String(opening));
}

async function read(each) {
  const text = await (await fetch(address(each))).text();
  const shown = each.filetype === 'json' ? indented(text) : text;
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}\n… (download it to see all)` : shown;
}

function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
