// Keeps a list of messages at its newest while the person has not scrolled away from it.
const NEAR_END_PX = 80;
const places = new WeakMap();

function toEnd(place) {
  place.scrollTop = place.scrollHeight;
}

/** Begins to keep a place at its end: when it changes its size, and when pictures in it are there. */
export function keepAtEnd(place) {
  if (places.has(place)) return;
  const kept = { atEnd: true, width: place.clientWidth };
  places.set(place, kept);
  place.addEventListener('scroll', () => {
    // A list that has just become narrower is longer; that is not the person's scrolling.
    if (place.clientWidth !== kept.width) return;
    kept.atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < NEAR_END_PX;
  });
  const settle = () => {
    if (kept.atEnd) toEnd(place);
  };
  place.addEventListener('load', settle, true);
  new ResizeObserver(() => {
    kept.width = place.clientWidth;
    settle();
  }).observe(place);
}

/** To be called after the messages have changed; `fresh` where another channel or thread is shown. */
export function settled(place, fresh) {
  const kept = places.get(place);
  if (fresh) kept.atEnd = true;
  if (kept.atEnd) toEnd(place);
}
