// The box in which messages are written: grows with them, hints at commands and names, sends on Enter.
import { el, fill } from './dom.js';
import { avatar } from './format.js';
import { icon } from './icons.js';
import { state } from './state.js';

/**
 * A message box.
 *
 * @param options send(text) sends and answers when it is done; thread, placeholder
 */
export function createComposer(options) {
  const box = el('textarea', {
    class: 'composer-box',
    rows: '1',
    placeholder: options.placeholder,
    'aria-label': options.placeholder,
    autocomplete: 'off',
    spellcheck: 'true',
  });
  const hints = el('ul', { class: 'hints', role: 'listbox', 'aria-label': 'Suggestions', hidden: true });
  const send = el('button', { class: 'send', type: 'submit', 'aria-label': 'Send', title: 'Send (Enter)', disabled: true }, icon('send'));
  const form = el('form', { class: 'composer' }, hints, box,
    el('div', { class: 'composer-foot' },
      el('span', { class: 'muted small' }, options.thread ? '' : 'Type / for commands, @ to mention · ', el('kbd', {}, 'Enter'), ' to send'),
      send));
  const composer = { element: form, focus: () => box.focus(), set: (text) => set(text) };
  let candidates = [];
  let picked = 0;

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
    send.disabled = !box.value.trim();
  }

  function set(text) {
    box.value = text;
    grow();
    hide();
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }

  function hide() {
    candidates = [];
    hints.hidden = true;
  }

  function suggest() {
    candidates = options.thread && box.value.startsWith('/') ? [] : candidatesFor(box.value.slice(0, box.selectionStart));
    picked = 0;
    show();
  }

  function show() {
    hints.hidden = candidates.length === 0;
    fill(hints, candidates.map((each, i) => el('li', {
      role: 'option',
      class: i === picked ? 'picked' : '',
      'aria-selected': String(i === picked),
      on: { mousedown: (event) => { event.preventDefault(); take(each); } },
    }, each.shown)));
  }

  function take(each) {
    const before = box.value.slice(0, box.selectionStart);
    const after = box.value.slice(box.selectionStart);
    set(before.slice(0, before.length - each.typed) + each.text + after);
  }

  async function submit() {
    const text = box.value.trim();
    if (!text) return;
    set('');
    await options.send(text);
  }

  function steer(event) {
    if (event.isComposing) return;
    const choosing = candidates.length > 0;
    if (choosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      picked = (picked + (event.key === 'ArrowDown' ? 1 : candidates.length - 1)) % candidates.length;
      show();
    } else if (choosing && (event.key === 'Tab' || (event.key === 'Enter' && !candidates[picked].whole))) {
      event.preventDefault();
      take(candidates[picked]);
    } else if (choosing && event.key === 'Escape') {
      event.stopPropagation();
      hide();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  }

  box.addEventListener('input', () => { grow(); suggest(); });
  box.addEventListener('keydown', steer);
  box.addEventListener('blur', hide);
  form.addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  return composer;
}

/** What may be meant by what has been typed: commands at the start, people and channels anywhere. */
function candidatesFor(before) {
  const command = /^\/\S*$/.exec(before);
  if (command) return commands(before);
  const name = /(?:^|\s)([@#])([\p{L}0-9._-]*)$/u.exec(before);
  if (!name) return [];
  return name[1] === '@' ? people(name[2]) : places(name[2]);
}

function commands(typed) {
  return state.workspace.app.commands.filter((each) => each.name.startsWith(typed)).map((each) => ({
    text: `${each.name} `,
    typed: typed.length,
    // A command that stands there whole is sent by Enter rather than completed.
    whole: each.name === typed,
    shown: [el('strong', {}, each.name), ' ', el('span', { class: 'muted' }, each.hint), el('div', { class: 'muted small' }, each.description)],
  }));
}

function people(typed) {
  return state.workspace.users
    .filter((each) => each.id !== state.you && each.handle.startsWith(typed.toLowerCase()))
    .map((each) => ({
      text: `@${each.handle} `,
      typed: typed.length + 1,
      shown: [avatar(each, 'avatar-tiny'), el('strong', {}, each.handle), ' ', el('span', { class: 'muted' }, each.name)],
    }));
}

function places(typed) {
  return state.workspace.channels
    .filter((each) => each.kind !== 'direct' && each.name.startsWith(typed))
    .map((each) => ({ text: `#${each.name} `, typed: typed.length + 1, shown: [el('strong', {}, `#${each.name}`)] }));
}
