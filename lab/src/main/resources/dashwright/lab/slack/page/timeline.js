// The middle of the page: a channel's messages, or the app's Home tab.
import { blocks } from './blocks.js';
import { post } from './api.js';
import { append, el, fill, reconcile } from './dom.js';
import { avatar, count, day } from './format.js';
import { icon } from './icons.js';
import { continues, renderMessage } from './message.js';
import { keepAtEnd, settled } from './scrolling.js';
import { app, channel, channelName, filledIn, rootsIn, state } from './state.js';

/** Renders the header of the channel, with tabs where it is the app's direct messages. */
export function renderHeader(place, actions) {
  const here = channel(state.channel);
  const direct = here.kind === 'direct';
  const tab = (name, words) => el('button', {
    class: 'tab',
    type: 'button',
    role: 'tab',
    'aria-selected': String(state.tab === name),
    on: { click: () => actions.openTab(name) },
  }, words);
  fill(
    place,
    el('div', { class: 'pane-title' },
      direct ? avatar(app(), 'avatar-small') : el('span', { class: 'hash', 'aria-hidden': 'true' }, here.kind === 'private' ? icon('lock') : '#'),
      el('h1', {}, channelName(here)),
      direct && el('span', { class: 'badge' }, 'App'),
      el('span', { class: 'topic' }, direct ? app().title : here.topic)),
    direct
      ? el('div', { class: 'tabs', role: 'tablist' }, tab('home', 'Home'), tab('messages', 'Messages'))
      : el('span', { class: 'muted small nowrap' }, count(here.members, 'member')),
  );
}

/** Renders all messages of the channel; `fresh` where it is another channel than before. */
export function renderTimeline(place, actions, fresh) {
  if (state.tab === 'home') {
    renderHome(place);
    return;
  }
  const nodes = [once(`beginning ${state.channel}`, () => beginning(actions))];
  let before = null;
  for (const message of rootsIn(state.channel)) {
    const newDay = !before || day(before.ts) !== day(message.ts);
    if (newDay) nodes.push(once(`${state.channel} ${day(message.ts)}`, () => el('div', { class: 'day' }, el('span', {}, day(message.ts)))));
    nodes.push(renderMessage(message, {
      compact: !newDay && continues(message, before),
      openThread: actions.openThread,
    }));
    before = message;
  }
  reconcile(place, nodes);
  keepAtEnd(place);
  settled(place, fresh);
}

const standing = new Map();

function once(key, make) {
  if (!standing.has(key)) standing.set(key, make());
  return standing.get(key);
}

function beginning(actions) {
  const here = channel(state.channel);
  const direct = here.kind === 'direct';
  return el(
    'div',
    { class: 'beginning' },
    el('h2', {}, direct ? `This is between you and ${app().name}` : `Welcome to #${here.name}`),
    el('p', { class: 'muted' }, direct ? 'Write to it as you would to a colleague.' : `${here.topic}.`),
    state.workspace.suggestions.length > 0 && el('div', { class: 'try' },
      el('div', { class: 'try-head' }, avatar(app(), 'avatar-small'),
        el('div', {}, el('strong', {}, `Try ${app().name}`), el('div', { class: 'muted' }, 'Pick a request, change it if you like, and press Enter.'))),
      el('div', { class: 'try-list' }, state.workspace.suggestions.map((words) => el(
        'button',
        { class: 'suggestion', type: 'button', on: { click: () => actions.suggest(words) } },
        words,
      )))),
  );
}

function renderHome(place) {
  const home = state.home;
  if (!home) {
    fill(place, el('div', { class: 'beginning' },
      el('h2', {}, `${app().name}'s Home`),
      el('p', { class: 'muted' }, 'The app has not published a Home tab for you.')));
    return;
  }
  const context = {
    filled: filledIn(home.id),
    act: (block, each, value) => post('/lab/press', {
      user: state.you,
      view: home.id,
      element: `${block.block_id}/${each.action_id}`,
      value,
      filled: filledIn(home.id),
    }),
  };
  fill(place, append(el('div', { class: 'home content' }), blocks(home.blocks, context)));
}
