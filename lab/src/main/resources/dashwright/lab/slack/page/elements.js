// What people press, choose and fill in. A context has: filled (what is held, by action id), act(block, element,
// value) which tells the app and answers when it has, and form, true where nothing is sent before a submit button.
import { confirmation } from './dialogs.js';
import { el, safeUrl } from './dom.js';
import { icon } from './icons.js';
import { textObject } from './mrkdwn.js';
import { state, user } from './state.js';

const RENDERERS = {
  button,
  icon_button: button,
  feedback_buttons: feedback,
  overflow,
  static_select: (each, block, context) => select(each, block, context, optionsOf(each)),
  multi_static_select: (each, block, context) => choices(each, block, context, 'checkbox'),
  checkboxes: (each, block, context) => choices(each, block, context, 'checkbox'),
  radio_buttons: (each, block, context) => choices(each, block, context, 'radio'),
  users_select: (each, block, context) => select(each, block, context, people()),
  conversations_select: (each, block, context) => select(each, block, context, places()),
  channels_select: (each, block, context) => select(each, block, context, places()),
  datepicker: (each, block, context) => field(each, block, context, 'date', each.initial_date),
  timepicker: (each, block, context) => field(each, block, context, 'time', each.initial_time),
  plain_text_input: (each, block, context) => field(each, block, context, 'text', each.initial_value),
  email_text_input: (each, block, context) => field(each, block, context, 'email', each.initial_value),
  url_text_input: (each, block, context) => field(each, block, context, 'url', each.initial_value),
  number_input: (each, block, context) => field(each, block, context, 'number', each.initial_value),
};

/** Renders an element of a block. */
export function element(each, block, context) {
  return RENDERERS[each.type]?.(each, block, context)
    ?? el('span', { class: 'unknown-block' }, `(an element of type ${each.type})`);
}

/** An input block: a label, the element and a hint. */
export function labelled(block, context) {
  const inner = { ...context, form: !block.dispatch_action, required: !block.optional };
  const shown = element(block.element, block, inner);
  const group = shown.tagName === 'FIELDSET';
  return el(
    'div',
    { class: 'block-input', 'data-block': block.block_id },
    el(group ? 'div' : 'label', { class: 'input-label', for: group ? null : idOf(block.element, block) },
      textObject(block.label), block.optional && el('span', { class: 'muted' }, ' (optional)')),
    shown,
    block.hint && el('div', { class: 'hint' }, textObject(block.hint)),
  );
}

function idOf(each, block) {
  return `input-${block.block_id}-${each.action_id}`;
}

async function told(each, block, context, value, control) {
  if (each.confirm && !(await confirmation(each.confirm))) return;
  control?.classList.add('busy');
  control?.setAttribute('aria-busy', 'true');
  try {
    await context.act(block, each, value);
  } finally {
    control?.classList.remove('busy');
    control?.removeAttribute('aria-busy');
  }
}

function button(each, block, context) {
  const href = each.url && safeUrl(each.url);
  const attributes = {
    class: `button ${each.style ? `button-${each.style}` : ''}`,
    'aria-label': each.accessibility_label ?? null,
    'data-action': each.action_id,
  };
  const words = each.icon ? [icon(each.icon), textObject(each.text)] : textObject(each.text);
  const shown = href
    ? el('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, words)
    : el('button', { ...attributes, type: 'button' }, words);
  // A link button opens its address and tells the app as well.
  shown.addEventListener('click', () => {
    if (!shown.classList.contains('busy')) told(each, block, context, null, shown);
  });
  return shown;
}

function feedback(each, block, context) {
  const one = (part, sign) => {
    const shown = el('button', {
      class: 'button button-quiet',
      type: 'button',
      title: part.text.text,
      'aria-label': part.accessibility_label ?? part.text.text,
    }, icon(sign));
    shown.addEventListener('click', () => {
      shown.classList.add('chosen');
      told(each, block, context, part.value, shown);
    });
    return shown;
  };
  return el('span', { class: 'feedback' }, one(each.positive_button, 'good'), one(each.negative_button, 'bad'));
}

function overflow(each, block, context) {
  const menu = el('details', { class: 'overflow' }, el('summary', { class: 'button', 'aria-label': 'More' }, '⋯'));
  const items = each.options.map((option) => el('button', {
    type: 'button',
    on: {
      click: () => {
        menu.open = false;
        const href = option.url && safeUrl(option.url);
        if (href) window.open(href, '_blank', 'noopener');
        told(each, block, context, option.value, menu);
      },
    },
  }, textObject(option.text)));
  menu.append(el('div', { class: 'overflow-menu' }, items));
  return menu;
}

function optionsOf(each) {
  const described = (option) => ({ value: option.value, words: option.text.text });
  return each.options
    ? each.options.map(described)
    : each.option_groups.map((group) => ({ group: group.label.text, options: group.options.map(described) }));
}

function people() {
  return state.workspace.users.filter((each) => !each.bot).map((each) => ({ value: each.id, words: user(each.id).name }));
}

function places() {
  return state.workspace.channels.filter((each) => each.kind !== 'direct')
    .map((each) => ({ value: each.id, words: `#${each.name}` }));
}

function select(each, block, context, options) {
  const initial = each.initial_option?.value ?? each.initial_user ?? each.initial_channel ?? each.initial_conversation ?? '';
  const held = context.filled[each.action_id] ?? initial;
  const one = ({ value, words }) => el('option', { value, selected: value === held }, words);
  const shown = el(
    'select',
    { id: idOf(each, block), class: 'select', required: context.required, 'aria-label': each.placeholder?.text ?? null },
    el('option', { value: '', disabled: true, selected: held === '' }, each.placeholder?.text ?? 'Choose…'),
    options.map((option) => (option.group
      ? el('optgroup', { label: option.group }, option.options.map(one))
      : one(option))),
  );
  shown.addEventListener('change', () => {
    context.filled[each.action_id] = shown.value;
    if (!context.form) told(each, block, context, shown.value, shown);
  });
  return shown;
}

function choices(each, block, context, type) {
  const several = type === 'checkbox';
  const initial = several ? (each.initial_options ?? []).map((option) => option.value) : each.initial_option?.value;
  const held = context.filled[each.action_id] ?? initial;
  const name = idOf(each, block);
  const boxes = each.options.map((option) => el('input', {
    type,
    name,
    value: option.value,
    checked: several ? held.includes(option.value) : held === option.value,
  }));
  const changed = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    context.filled[each.action_id] = several ? chosen : chosen[0];
    if (!context.form) told(each, block, context, context.filled[each.action_id], null);
  };
  return el('fieldset', { class: 'choices', on: { change: changed } }, each.options.map((option, i) => el(
    'label',
    {},
    boxes[i],
    el('span', {}, textObject(option.text),
      option.description && el('span', { class: 'hint' }, textObject(option.description))),
  )));
}

function field(each, block, context, type, initial) {
  const shown = el(each.multiline ? 'textarea' : 'input', {
    id: idOf(each, block),
    class: 'field-input',
    type: each.multiline ? null : type,
    rows: each.multiline ? '4' : null,
    placeholder: each.placeholder?.text ?? null,
    required: context.required,
    minlength: each.min_length ?? null,
    maxlength: each.max_length ?? null,
    min: each.min_value ?? null,
    max: each.max_value ?? null,
    step: each.is_decimal_allowed ? 'any' : null,
  });
  shown.value = context.filled[each.action_id] ?? initial ?? '';
  shown.addEventListener('input', () => { context.filled[each.action_id] = shown.value; });
  shown.addEventListener('change', () => {
    if (!context.form) told(each, block, context, shown.value, shown);
  });
  return shown;
}
