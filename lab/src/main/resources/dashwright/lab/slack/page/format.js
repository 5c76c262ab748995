// Times and names as people read them, and avatars.
import { el } from './dom.js';
import { app, channel, state } from './state.js';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** The moment of a timestamp. */
export function moment(ts) {
  return new Date(Number.parseFloat(ts) * 1000);
}

export function day(ts) {
  return DAY.format(moment(ts));
}

/** The time of day, with the whole date to read on hovering. */
export function time(ts, short = false) {
  const text = CLOCK.format(moment(ts));
  return el(
    'time',
    { datetime: moment(ts).toISOString(), title: FULL.format(moment(ts)) },
    short ? text.replace(/\s?[AP]M$/i, '') : text,
  );
}

/** One or two letters for an avatar. */
function initials(user) {
  const parts = user.name.split(/\s+/).filter(Boolean);
  return (parts[0]?.[0] ?? '?') + (parts.length > 1 ? parts.at(-1)[0] : '');
}

/** A user's avatar; the app has its sign. */
export function avatar(user, size = '') {
  const isApp = user.id === state.workspace.app.user;
  return el(
    'span',
    {
      class: `avatar ${size} ${isApp ? 'avatar-app' : ''}`,
      style: { '--avatar': user.colour },
      'aria-hidden': 'true',
    },
    isApp ? el('img', { src: '/page/icon.svg', alt: '' }) : initials(user),
  );
}

/** What the app is doing, as a sentence with its name. */
export function sentence(status) {
  return `${app().name} ${status.replace(/\.\.\.$/, '…')}`;
}

/** A file's size in words. */
export function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** Where the open channel is, in words. */
export function channelPlace() {
  const here = channel(state.channel);
  return here.kind === 'direct' ? app().name : `#${here.name}`;
}
