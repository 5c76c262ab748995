// Dialogs over the page: the question that a button asks first, and an app's modals.
import { post } from './api.js';
import { blocks } from './blocks.js';
import { el, fill } from './dom.js';
import { avatar } from './format.js';
import { icon } from './icons.js';
import { textObject } from './mrkdwn.js';
import { app, filledIn, state } from './state.js';

/** Asks what a `confirm` object asks; true where the person agrees. */
export function confirmation(confirm) {
  return new Promise((resolve) => {
    const dialog = el(
      'dialog',
      { class: 'dialog dialog-small', 'aria-label': confirm.title.text },
      el('form', { method: 'dialog' },
        el('h2', {}, textObject(confirm.title)),
        el('div', { class: 'dialog-body' }, textObject(confirm.text)),
        el('div', { class: 'dialog-buttons' },
          el('button', { class: 'button', value: 'no' }, textObject(confirm.deny)),
          el('button', { class: `button button-${confirm.style ?? 'primary'}`, value: 'yes', autofocus: true },
            textObject(confirm.confirm)))),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const open = new Map();

/** Shows a modal, or what has become of it. */
export function showModal(view) {
  let dialog = open.get(view.id);
  if (!dialog) {
    dialog = el('dialog', { class: 'dialog', 'aria-label': view.title.text });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      dismiss(view.id);
    });
    open.set(view.id, dialog);
    document.body.append(dialog);
  }
  fill(dialog, form(view));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input, textarea, select')?.focus();
}

/** Takes a modal away that the app or the person has closed. */
export function closeModal(id) {
  open.get(id)?.close();
  open.get(id)?.remove();
  open.delete(id);
  state.filled.delete(id);
}

function dismiss(id) {
  post('/lab/close', { user: state.you, view: id }).catch(() => closeModal(id));
}

function form(view) {
  const context = {
    filled: filledIn(view.id),
    act: (block, each, value) => post('/lab/press', {
      user: state.you,
      view: view.id,
      element: `${block.block_id}/${each.action_id}`,
      value,
      filled: filledIn(view.id),
    }),
  };
  const send = view.submit && el('button', { class: 'button button-primary', type: 'submit' }, textObject(view.submit));
  const problem = el('p', { class: 'dialog-problem', role: 'alert', hidden: true });
  const shown = el(
    'form',
    { method: 'dialog' },
    el('header', { class: 'dialog-head' },
      avatar(app(), 'avatar-small'),
      el('h2', {}, textObject(view.title)),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', on: { click: () => dismiss(view.id) } }, icon('close'))),
    el('div', { class: 'dialog-body' }, blocks(view.blocks, context), problem),
    el('div', { class: 'dialog-buttons' },
      el('button', { class: 'button', type: 'button', on: { click: () => dismiss(view.id) } },
        view.close ? textObject(view.close) : 'Cancel'),
      send),
  );
  shown.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(view, shown, send, problem);
  });
  return shown;
}

async function submit(view, shown, send, problem) {
  send.classList.add('busy');
  shown.querySelectorAll('.input-error').forEach((error) => error.remove());
  problem.hidden = true;
  try {
    const { errors } = await post('/lab/submit', { user: state.you, view: view.id, filled: filledIn(view.id) });
    for (const [block, words] of Object.entries(errors)) {
      const place = block && shown.querySelector(`[data-block="${CSS.escape(block)}"]`);
      if (place) {
        place.append(el('div', { class: 'input-error', role: 'alert' }, words));
      } else {
        tell(problem, words);
      }
    }
  } catch (failed) {
    tell(problem, failed.message);
  } finally {
    send.classList.remove('busy');
  }
}

function tell(problem, words) {
  problem.textContent = words;
  problem.hidden = false;
}
