// data-expires-at and data-now are the server's instants (ISO): only their distance counts, since the visitor's clock may be wrong.
// Inside: <time>, <progress>. At the end the element's [data-running] is hidden, its [data-expired] shown,
// and every button marked data-needs-hold is disabled.

export function start(element) {
  const arrived = performance.timeOrigin + (performance.getEntriesByType('navigation')[0]?.responseEnd ?? performance.now());
  const ahead = element.dataset.now ? Date.parse(element.dataset.now) - arrived : 0;
  const end = Date.parse(element.dataset.expiresAt);
  const time = element.querySelector('time');
  const bar = element.querySelector('progress');
  let timer;
  const tick = () => {
    if (!element.isConnected) return clearInterval(timer);
    const left = Math.max(0, Math.ceil((end - Date.now() - ahead) / 1000));
    time.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (bar) bar.value = left;
    element.toggleAttribute('data-urgent', left <= 60);
    if (left === 0) {
      clearInterval(timer);
      expire(element);
    }
  };
  tick();
  timer = setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
}

function expire(element) {
  element.querySelectorAll('[data-running]').forEach((part) => (part.hidden = true));
  element.querySelectorAll('[data-expired]').forEach((part) => (part.hidden = false));
  document.querySelectorAll('[data-needs-hold]').forEach((button) => (button.disabled = true));
  element.dispatchEvent(new CustomEvent('hold:expired', { bubbles: true }));
}
