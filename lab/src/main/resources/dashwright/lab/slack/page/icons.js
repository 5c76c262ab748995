// The page's own signs, drawn as strokes so that they look alike wherever no emoji font is.
const SHAPES = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-6.5zM11 13.5L20 4',
  reply: 'M9 7l-5 5 5 5M4 12h9a7 7 0 0 1 7 7',
  good: 'M7 11v9H4v-9zM7 11l4-8a2 2 0 0 1 2 2v5h6a1.5 1.5 0 0 1 1.5 1.8l-1.3 6.5A2 2 0 0 1 17.2 20H7',
  bad: 'M7 13V4H4v9zM7 13l4 8a2 2 0 0 0 2-2v-5h6a1.5 1.5 0 0 0 1.5-1.8l-1.3-6.5A2 2 0 0 0 17.2 4H7',
  warning: 'M12 4l9.5 16h-19zM12 10v4.5M12 17.4v.1',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
};

/** A sign that stands beside words; it says nothing to who hears the page read out. */
export function icon(name, size = 16) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const attributes = {
    class: 'icon',
    viewBox: '0 0 24 24',
    width: String(size),
    height: String(size),
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}
