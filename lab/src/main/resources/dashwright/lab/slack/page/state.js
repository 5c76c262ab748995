// What the page knows: the workspace, the messages that have been loaded, and where the person is.
import { get } from './api.js';

export const state = {
  workspace: null,
  you: null,
  channel: null,
  thread: null,
  tab: 'messages',
  home: null,
  /** Messages by channel, then by timestamp. */
  messages: new Map(),
  /** What the app shows in threads, by channel and thread: status, title, prompts. */
  assistance: new Map(),
  /** What people chose in messages and have not sent, by timestamp, then by action id. */
  filled: new Map(),
  /** What went wrong with a message's buttons, by timestamp. */
  troubles: new Map(),
  unread: new Set(),
};

/** Loads the workspace as a user sees it. */
export async function loadWorkspace(user) {
  state.workspace = await get('/lab/workspace', user ? { user } : {});
  state.you = state.workspace.you;
}

/** Loads what is in a channel. */
export async function loadChannel(id) {
  const [{ messages }, { threads }] = await Promise.all([
    get('/lab/messages', { channel: id, user: state.you }),
    get('/lab/assistance', { channel: id, user: state.you }),
  ]);
  state.messages.set(id, new Map(messages.map((message) => [message.ts, message])));
  for (const [thread, shown] of Object.entries(threads)) state.assistance.set(`${id}/${thread}`, shown);
}

/** Loads the app's Home tab. */
export async function loadHome() {
  state.home = (await get('/lab/views', { user: state.you })).home ?? null;
}

export function user(id) {
  return state.workspace.users.find((each) => each.id === id)
    ?? { id, handle: id, name: id, colour: '#757575', bot: false, title: '' };
}

export function app() {
  return user(state.workspace.app.user);
}

export function channel(id) {
  return state.workspace.channels.find((each) => each.id === id);
}

/** The channel's name as people read it. */
export function channelName(each) {
  return each.kind === 'direct' ? app().name : each.name;
}

/** All messages of a channel in the order of time. */
export function messagesIn(id) {
  return [...(state.messages.get(id)?.values() ?? [])].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

export function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts;
}

/** What stands in the channel itself: no replies, but those that were also sent there. */
export function rootsIn(id) {
  return messagesIn(id).filter((message) => !isReply(message) || message.subtype === 'thread_broadcast');
}

export function repliesTo(id, root) {
  return messagesIn(id).filter((message) => isReply(message) && message.thread_ts === root);
}

export function messageOf(id, ts) {
  return state.messages.get(id)?.get(ts);
}

export function statusIn(id, thread) {
  return state.assistance.get(`${id}/${thread}`)?.status ?? '';
}

/** Merges what the app shows in a thread. */
export function assist(id, thread, part) {
  const key = `${id}/${thread}`;
  state.assistance.set(key, { ...(state.assistance.get(key) ?? {}), ...part });
}

/** What is chosen in a message, to be changed in place. */
export function filledIn(key) {
  if (!state.filled.has(key)) state.filled.set(key, {});
  return state.filled.get(key);
}
