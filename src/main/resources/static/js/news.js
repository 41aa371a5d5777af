// The bell: how much a person has not read, kept right while the page is open. Browsers open few connections to one place, so of
// all tabs one holds the stream, whoever has the lock, and tells the others. A short look at a page opens none.

const settled = 1500;

export function start(bell) {
  const tabs = new BroadcastChannel('marquee-news');
  tabs.addEventListener('message', (event) => show(bell, event.data));
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort());
  addEventListener('pageshow', (event) => event.persisted && start(bell));
  setTimeout(() => hold(bell, tabs, gone.signal), settled);
}

function hold(bell, tabs, signal) {
  if (signal.aborted || !navigator.locks) return;
  const listening = () => new Promise((done) => {
    const source = new EventSource(bell.dataset.bell);
    source.addEventListener('unread', (event) => {
      const unread = Number(event.data);
      show(bell, unread);
      tabs.postMessage(unread);
    });
    signal.addEventListener('abort', () => {
      source.close();
      done();
    });
  });
  navigator.locks.request('marquee-news', { signal }, listening).catch(() => {});
}

function show(bell, unread) {
  const count = bell.querySelector('.count');
  count.textContent = unread > 99 ? '99+' : unread;
  count.hidden = unread === 0;
  bell.setAttribute('aria-label', unread === 0 ? bell.dataset.none : bell.dataset.some.replace('#', unread));
}
