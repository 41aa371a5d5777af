// A ticket's code that changes every few seconds (docs/algorithms/moving-codes.md). Once the page is there it needs no network: the
// ticket's key is in it, and the time is the server's, by the distance of the two clocks when it came.
import { generate } from '../vendor/lean-qr/qr.js';
import { signAsync } from '../vendor/noble/ed25519.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function start(element) {
  const { moving, certificate, now, step } = element.dataset;
  const since = performance.now() - (performance.getEntriesByType('navigation')[0]?.responseEnd ?? performance.now());
  const ahead = Date.parse(now) - (Date.now() - since);
  const code = { secret: base64(moving), certificate: base64(certificate), step: Number(step) };
  const next = element.querySelector('[data-next]');
  const bar = element.querySelector('progress');
  let shown;
  let timer;
  const tick = async () => {
    if (!element.isConnected) return clearInterval(timer);
    const seconds = (Date.now() + ahead) / 1000;
    const at = Math.floor(seconds / code.step);
    const left = code.step - (seconds - at * code.step);
    bar.value = left;
    next.textContent = next.dataset.words.replace('{0}', Math.ceil(left));
    if (at === shown) return;
    shown = at;
    draw(element, await text(code, at));
  };
  const beat = () =>
    tick().catch(() => {
      clearInterval(timer);
      delete element.dataset.shown;
      element.querySelector('[data-off]').hidden = false;
    });
  beat();
  timer = setInterval(beat, 500);
  document.addEventListener('visibilitychange', beat);
}

// The code of one step: certificate, step, and the page's signature of both.
export async function text({ secret, certificate }, step) {
  const shown = new Uint8Array(certificate.length + 4);
  shown.set(certificate);
  new DataView(shown.buffer).setUint32(certificate.length, step);
  return base32(new Uint8Array([...shown, ...(await signAsync(shown, secret))]));
}

function draw(element, words) {
  generate(words).toCanvas(element.querySelector('canvas'), { on: [17, 17, 17, 255], off: [255, 255, 255, 255], padX: 2, padY: 2 });
  element.dataset.shown = words;
  element.querySelector('[data-off]').hidden = true;
  element.querySelector('[data-next]').hidden = false;
}

function base32(bytes) {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.match(/.{5}/g).map((five) => letters[parseInt(five, 2)]).join('');
}

function base64(words) {
  return Uint8Array.from(atob(words.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
