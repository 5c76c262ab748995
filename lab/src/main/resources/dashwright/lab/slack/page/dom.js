// Builds elements. Text only ever becomes text nodes, so nothing that a message says can become markup.

/**
 * An element with attributes and children. `on` holds event listeners, `style` custom properties and styles by name;
 * null and false children are left out.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === 'style') {
      for (const [property, text] of Object.entries(value)) element.style.setProperty(property, text);
    } else if (name === 'class') {
      element.className = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  append(element, children);
  return element;
}

/** Appends nodes, texts and lists of these. */
export function append(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return parent;
}

/** Takes everything out of an element and puts other children in. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  return append(parent, children);
}

/** An address that may be linked to, or null: only the web and mail, never scripts. */
export function safeUrl(text) {
  try {
    const url = new URL(text, location.href);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that opens beside the page, or its words alone where the address is not to be trusted. */
export function link(address, ...children) {
  const href = safeUrl(address);
  return href
    ? el('a', { class: 'link', href, target: '_blank', rel: 'noopener noreferrer' }, children)
    : el('span', {}, children);
}

/** Words with their line breaks. */
export function lines(text) {
  return String(text).split('\n').flatMap((line, i) => (i === 0 ? [line] : [el('br'), line]));
}

/** Makes these nodes the children of an element and leaves alone those that stand there already. */
export function reconcile(parent, nodes) {
  const wanted = nodes.flat(Infinity).filter(Boolean);
  const kept = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  wanted.forEach((node, i) => {
    if (parent.childNodes[i] !== node) parent.insertBefore(node, parent.childNodes[i] ?? null);
  });
}
