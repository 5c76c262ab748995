// One message: who, when, what, and what can be done with it.
import { post } from './api.js';
import { blocks } from './blocks.js';
import { el } from './dom.js';
import { emoji } from './emoji.js';
import { files } from './files.js';
import { avatar, count, moment, sentence, time } from './format.js';
import { icon } from './icons.js';
import { mrkdwn } from './mrkdwn.js';
import { filledIn, isReply, repliesTo, state, statusIn, user } from './state.js';

const FALLBACK = "This content can't be displayed.";
const TOGETHER_MS = 5 * 60 * 1000;

/** Whether a message follows another closely enough to stand under the same name. */
export function continues(message, before) {
  return Boolean(before)
    && before.user === message.user
    && Boolean(before.visible_to) === Boolean(message.visible_to)
    && !message.reply_count
    && moment(message.ts) - moment(before.ts) < TOGETHER_MS
    && moment(message.ts).getDate() === moment(before.ts).getDate();
}

const rendered = new Map();

/**
 * Renders a message, or gives the element that stands for it already where nothing about it has changed: what the person
 * has opened or typed in it stays so.
 *
 * @param options inThread: it stands in the thread's panel; compact: without name and avatar; openThread: opens the
 *     thread of a root
 */
export function renderMessage(message, options) {
  const key = `${options.inThread ? 'thread' : 'channel'} ${message.ts}`;
  const replies = options.inThread ? [] : repliesTo(message.channel, message.ts);
  const signature = JSON.stringify([
    message, options.compact, state.troubles.get(message.ts), statusIn(message.channel, message.ts),
    replies.length, replies.at(-1)?.ts,
  ]);
  if (rendered.get(key)?.signature !== signature) rendered.set(key, { signature, node: fresh(message, options) });
  return rendered.get(key).node;
}

function fresh(message, options) {
  const author = user(message.user);
  const ephemeral = Boolean(message.visible_to);
  return el(
    'article',
    {
      class: `message ${options.compact ? 'compact' : ''} ${ephemeral ? 'ephemeral' : ''}`,
      'data-ts': message.ts,
      'aria-label': `${author.name}: ${message.text.slice(0, 120)}`,
    },
    options.compact ? el('span', { class: 'gutter' }, time(message.ts, true)) : avatar(author),
    el('div', { class: 'message-body' },
      ephemeral && el('div', { class: 'ephemeral-note' }, icon('eye', 14), 'Only visible to you'),
      !options.compact && el('header', { class: 'message-head' },
        el('span', { class: 'author' }, author.name),
        author.bot && el('span', { class: 'badge' }, 'App'),
        time(message.ts)),
      isReply(message) && !options.inThread && el('div', { class: 'muted small' }, 'replied to a thread'),
      content(message),
      files(message.files ?? []),
      reactions(message),
      trouble(message),
      !options.inThread && footer(message, options)),
    !ephemeral && !options.inThread && el('div', { class: 'message-tools' },
      el('button', { class: 'icon-button', type: 'button', title: 'Reply in thread', on: { click: () => options.openThread(message) } }, icon('reply'),
        el('span', { class: 'tool-words' }, 'Reply'))),
  );
}

function content(message) {
  const context = {
    filled: filledIn(message.ts),
    act: (block, each, value) => act(message, block, each, value),
  };
  const body = message.blocks?.length
    ? blocks(message.blocks, context)
    : message.text !== FALLBACK && message.text && el('div', { class: 'section-text' }, mrkdwn(message.text));
  return el(
    'div',
    { class: `content ${message.streaming ? 'streaming' : ''}` },
    body,
    (message.attachments ?? []).map((attachment) => el('div', { class: 'attachment' },
      attachment.blocks ? blocks(attachment.blocks, context) : mrkdwn(attachment.text ?? attachment.fallback ?? ''))),
    message.edited && el('span', { class: 'muted small' }, ' (edited)'),
  );
}

async function act(message, block, each, value) {
  state.troubles.delete(message.ts);
  try {
    await post('/lab/press', {
      user: state.you,
      ts: message.ts,
      element: `${block.block_id}/${each.action_id}`,
      value,
      filled: filledIn(message.ts),
    });
  } catch (failed) {
    document.dispatchEvent(new CustomEvent('problem', { detail: failed.message }));
  }
}

function reactions(message) {
  return message.reactions && el('div', { class: 'reactions' }, message.reactions.map((each) =>
    el('span', { class: 'reaction', title: each.users.map((id) => user(id).name).join(', ') }, emoji(each.name), ' ', each.count)));
}

function trouble(message) {
  const words = state.troubles.get(message.ts);
  return words && el('div', { class: 'trouble', role: 'alert' }, icon('warning', 15), words);
}

function footer(message, options) {
  const replies = repliesTo(message.channel, message.ts);
  const status = statusIn(message.channel, message.ts);
  const open = () => options.openThread(message);
  const faces = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  return [
    replies.length > 0 && el('button', { class: 'thread-link', type: 'button', on: { click: open } },
      el('span', { class: 'faces' }, faces.map((id) => avatar(user(id), 'avatar-tiny'))),
      el('strong', {}, count(replies.length, 'reply', 'replies')),
      el('span', { class: 'muted' }, 'last at ', time(replies.at(-1).ts))),
    status && el('div', {}, el('button', { class: 'status', type: 'button', on: { click: open } }, dots(), sentence(status))),
  ];
}

/** Three dots that move while the app is at work. */
export function dots() {
  return el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
}
