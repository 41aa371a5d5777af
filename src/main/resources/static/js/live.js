// data-live="/url" listens to the server's events. An element inside with data-live-on="orders" is refreshed by htmx when an event
// of that name arrives: <section data-live-on="orders" hx-get="…" hx-trigger="live">. Many events in a burst make one refresh.

const pause = 400;

export function start(element) {
  const source = new EventSource(element.dataset.live);
  const names = new Set(listeners(element).map((listener) => listener.dataset.liveOn));
  const waiting = new Map();
  for (const name of names) {
    source.addEventListener(name, () => {
      if (waiting.has(name)) return;
      waiting.set(name, setTimeout(() => {
        waiting.delete(name);
        refresh(element, name);
      }, pause));
    });
  }
  let wasLost = false;
  source.addEventListener('error', () => (wasLost = true));
  source.addEventListener('open', () => {
    if (wasLost) names.forEach((name) => refresh(element, name));
    wasLost = false;
  });
  // An open stream would keep the page out of the browser's back-forward cache, and its connection from the server.
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => event.persisted && start(element));
}

function listeners(element) {
  return [...element.querySelectorAll('[data-live-on]')];
}

function refresh(element, name) {
  listeners(element)
    .filter((listener) => listener.dataset.liveOn === name)
    .forEach((listener) => window.htmx?.trigger(listener, 'live'));
}
