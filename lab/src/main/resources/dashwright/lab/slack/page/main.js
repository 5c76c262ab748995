// Puts the page together: where the person is, what they do, and what the workspace tells.
import { post } from './api.js';
import { createComposer } from './composer.js';
import { closeModal, showModal } from './dialogs.js';
import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { renderSidebar } from './sidebar.js';
import { assist, channel, channelName, isReply, loadChannel, loadHome, loadWorkspace, state } from './state.js';
import { focusThread, renderThread } from './thread.js';
import { renderHeader, renderTimeline } from './timeline.js';

const place = (id) => document.getElementById(id);
let composer = null;
let stream = null;

const actions = {
  openChannel: (id) => go({ channel: id, thread: null, tab: 'messages' }),
  openThread: (message) => go({ thread: isReply(message) ? message.thread_ts : message.ts }).then(focusThread),
  closeThread: () => go({ thread: null }).then(() => composer.focus()),
  openTab,
  become: (user) => location.assign(address(state.channel, null, user)),
  suggest: (words) => composer.set(words),
  address,
  reply,
};

function address(channelId, thread = null, user = state.you) {
  const query = new URLSearchParams({ channel: channelId, user });
  if (thread) query.set('thread', thread);
  return `/?${query}`;
}

/** Goes somewhere and remembers it in the address. */
async function go(where, remember = true) {
  const moved = where.channel && where.channel !== state.channel;
  Object.assign(state, where);
  if (moved || !state.messages.has(state.channel)) await loadChannel(state.channel);
  state.unread.delete(state.channel);
  if (remember) history.pushState({}, '', address(state.channel, state.thread));
  notice(null);
  if (moved || !composer) newComposer();
  renderAll(moved);
}

function newComposer() {
  const here = channel(state.channel);
  const words = here.kind === 'direct' ? `Message ${channelName(here)}` : `Message #${here.name}`;
  composer = createComposer({ send, placeholder: words });
  fill(place('composer'), composer.element);
  composer.focus();
}

function renderAll(fresh) {
  renderSidebar(place('sidebar'), actions);
  renderHeader(place('channel-header'), actions);
  renderTimeline(place('timeline'), actions, fresh);
  renderThread(place('thread'), actions);
  place('composer').hidden = state.tab === 'home';
  document.title = `${channelName(channel(state.channel))} · ${state.workspace.team}`;
}

async function openTab(tab) {
  await post('/lab/home', { user: state.you, tab });
  if (tab === 'home') await loadHome();
  await go({ tab, thread: null });
}

/** Sends what was written in the channel's box. */
async function send(text) {
  notice(null);
  const words = { user: state.you, channel: state.channel, text };
  await trying(async () => {
    if (!text.startsWith('/')) {
      await post('/lab/messages', words);
      return;
    }
    const { outcome } = await post('/lab/slash', words);
    if (outcome === 'timed_out') notice(`${text.split(/\s/)[0]} failed because the app did not respond`);
    if (outcome === 'unreachable') notice('The app is not connected: start it, or look at its log.');
    if (outcome === 'refused') notice('The app refused the request: is its signing secret that of this workspace?');
  });
}

/** Sends what was written in the thread's box. */
async function reply(text) {
  if (text.startsWith('/')) {
    notice(`${text.split(/\s/)[0]} is not supported in threads. Sorry!`);
    return;
  }
  await trying(() => post('/lab/messages', { user: state.you, thread_ts: state.thread, text }));
}

async function trying(what) {
  try {
    await what();
  } catch (failed) {
    notice(failed.message);
  }
}

/** Shows a problem above the messages, or takes it away. */
function notice(words) {
  place('notice').hidden = !words;
  fill(place('notice'), words && [
    el('span', { class: 'notice-words' }, icon('warning'), words),
    el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Dismiss', on: { click: () => notice(null) } }, icon('close')),
  ]);
}

const HEARD = {
  message({ message }) {
    const known = state.messages.get(message.channel);
    const fresh = !known?.has(message.ts);
    known?.set(message.ts, message);
    if (fresh && message.channel !== state.channel && message.user !== state.you) state.unread.add(message.channel);
    return message.channel;
  },
  deleted({ channel: id, ts }) {
    state.messages.get(id)?.delete(ts);
    return id;
  },
  status({ channel: id, thread, text }) {
    assist(id, thread, { status: text });
    return id;
  },
  title({ channel: id, thread, value }) {
    assist(id, thread, { title: value });
    return id;
  },
  prompts({ channel: id, thread, value }) {
    assist(id, thread, { prompts: value });
    return id;
  },
  trouble({ channel: id, ts, text }) {
    state.troubles.set(ts, text);
    return id;
  },
  view({ view }) {
    showModal(view);
  },
  view_closed({ view }) {
    closeModal(view);
  },
  home({ view }) {
    state.home = view;
    return state.channel;
  },
};

function hear(event) {
  const said = JSON.parse(event.data);
  const touched = HEARD[said.type]?.(said);
  if (!touched) return;
  if (touched === state.channel) {
    renderTimeline(place('timeline'), actions, false);
    renderThread(place('thread'), actions);
  }
  renderSidebar(place('sidebar'), actions);
}

function listen() {
  stream = new EventSource(`/lab/stream?user=${encodeURIComponent(state.you)}`);
  let broken = false;
  stream.addEventListener('message', hear);
  stream.addEventListener('error', () => {
    broken = true;
    notice('The lab is not there. This page connects again by itself.');
  });
  stream.addEventListener('open', async () => {
    if (!broken) return;
    broken = false;
    await loadChannel(state.channel);
    notice(null);
    renderAll(false);
  });
}

/** Where an address leads: `?channel=general&user=U…&thread=…`, or a permalink to a message. */
function asked() {
  const query = new URLSearchParams(location.search);
  const permalink = /^\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})$/.exec(location.pathname);
  const named = permalink?.[1] ?? query.get('channel') ?? '';
  const bare = named.replace(/^#/, '');
  const channels = state.workspace.channels;
  const found = channels.find((each) => each.id === bare || each.name === bare)
    ?? (bare.startsWith('@') ? channels.find((each) => each.kind === 'direct') : null)
    ?? channels.find((each) => each.name === 'dashboards')
    ?? channels[0];
  return {
    channel: found.id,
    thread: query.get('thread') ?? query.get('thread_ts') ?? (permalink ? `${permalink[2]}.${permalink[3]}` : null),
    tab: 'messages',
  };
}

async function begin() {
  await loadWorkspace(new URLSearchParams(location.search).get('user'));
  listen();
  await go(asked(), false);
}

document.addEventListener('problem', (event) => notice(event.detail));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.thread && !document.querySelector('dialog[open]')) actions.closeThread();
});
window.addEventListener('popstate', () => go(asked(), false));
window.addEventListener('pagehide', () => stream?.close());
begin().catch((failed) => notice(failed.message));
