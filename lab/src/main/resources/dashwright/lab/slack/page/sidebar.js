// The left side: the workspace, its channels and direct messages, and who one is.
import { el, fill } from './dom.js';
import { avatar } from './format.js';
import { icon } from './icons.js';
import { app, channelName, state, user } from './state.js';

/** Renders the sidebar. */
export function renderSidebar(place, actions) {
  const channels = state.workspace.channels;
  const you = user(state.you);
  fill(
    place,
    el('header', { class: 'team' },
      el('span', { class: 'team-sign', 'aria-hidden': 'true' }, state.workspace.team[0]),
      el('span', { class: 'team-name' }, state.workspace.team),
      el('span', { class: 'lab-mark', title: 'A simulated workspace: nothing here leaves this machine' }, 'lab')),
    el('div', { class: 'places' },
      group('Channels', channels.filter((each) => each.kind !== 'direct'), actions),
      group('Apps', channels.filter((each) => each.kind === 'direct'), actions)),
    el('footer', { class: 'you' },
      avatar(you, 'avatar-small'),
      el('label', {},
        el('span', { class: 'you-label' }, 'You are'),
        el('select', { on: { change: (event) => actions.become(event.target.value) } },
          state.workspace.users.filter((each) => !each.bot).map((each) =>
            el('option', { value: each.id, selected: each.id === state.you }, each.name))),
        el('span', { class: 'you-title' }, you.title))),
  );
}

function group(words, channels, actions) {
  return el('section', {},
    el('h2', {}, words),
    el('ul', {}, channels.map((each) => el('li', {}, el(
      'a',
      {
        class: `place ${each.id === state.channel ? 'current' : ''} ${state.unread.has(each.id) ? 'unread' : ''}`,
        href: actions.address(each.id),
        'aria-current': each.id === state.channel ? 'page' : null,
        on: {
          click: (event) => {
            if (event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            actions.openChannel(each.id);
          },
        },
      },
      each.kind === 'direct' ? avatar(app(), 'avatar-tiny') : el('span', { class: 'place-sign', 'aria-hidden': 'true' }, each.kind === 'private' ? icon('lock', 14) : '#'),
      el('span', { class: 'place-name' }, channelName(each)),
      state.unread.has(each.id) && el('span', { class: 'unread-dot', 'aria-label': 'unread messages' }))))));
}
