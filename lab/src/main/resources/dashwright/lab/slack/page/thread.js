// The panel beside the channel: one thread.
import { createComposer } from './composer.js';
import { el, fill, reconcile } from './dom.js';
import { channelPlace, count, sentence } from './format.js';
import { icon } from './icons.js';
import { continues, dots, renderMessage } from './message.js';
import { keepAtEnd, settled } from './scrolling.js';
import { app, messageOf, repliesTo, state, statusIn } from './state.js';

let composer = null;

/** Shows the thread that is open, or nothing. */
export function renderThread(panel, actions) {
  panel.hidden = !state.thread;
  document.body.classList.toggle('with-thread', Boolean(state.thread));
  if (!state.thread) {
    composer = null;
    fill(panel);
    return;
  }
  const sameThread = composer?.thread === state.thread;
  if (!sameThread) {
    composer = createComposer({ thread: state.thread, send: actions.reply, placeholder: 'Reply…' });
    composer.thread = state.thread;
    fill(panel,
      el('header', { class: 'pane-header' },
        el('div', { class: 'pane-title' }, el('h2', {}, 'Thread'), el('span', { class: 'topic' }, channelPlace())),
        el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close thread', on: { click: actions.closeThread } }, icon('close'))),
      el('section', { class: 'timeline', role: 'log', 'aria-live': 'polite', 'aria-label': 'Replies', tabindex: '0' }),
      el('div', { class: 'composer-place' }, composer.element));
  }
  renderReplies(panel.querySelector('.timeline'), actions, !sameThread);
}

function renderReplies(place, actions, fresh) {
  const root = messageOf(state.channel, state.thread);
  const replies = repliesTo(state.channel, state.thread);
  const status = statusIn(state.channel, state.thread);
  const shown = state.assistance.get(`${state.channel}/${state.thread}`) ?? {};
  const nodes = [];
  if (root) nodes.push(renderMessage(root, { inThread: true }));
  if (replies.length) nodes.push(el('div', { class: 'day day-left' }, el('span', {}, count(replies.length, 'reply', 'replies'))));
  replies.forEach((reply, i) => nodes.push(renderMessage(reply, { inThread: true, compact: i > 0 && continues(reply, replies[i - 1]) })));
  if (status) nodes.push(el('div', { class: 'status', role: 'status' }, dots(), sentence(status)));
  if (shown.prompts) nodes.push(prompts(shown.prompts, actions));
  reconcile(place, nodes);
  keepAtEnd(place);
  settled(place, fresh);
}

function prompts(shown, actions) {
  return el('div', { class: 'prompts' },
    el('div', { class: 'muted small' }, shown.title || `Ask ${app().name}`),
    shown.prompts.map((each) => el('button', { class: 'suggestion', type: 'button', on: { click: () => actions.reply(each.message) } }, each.title)));
}

/** Puts the cursor into the thread's message box. */
export function focusThread() {
  composer?.focus();
}
