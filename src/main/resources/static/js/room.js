// The waiting room: asks how the place stands, as often as the server says, and shows it. When something else is to be done
// than to wait, the page comes anew; not at the opening, when everybody's would.

const room = document.querySelector('[data-room]');
const resting = ['called', 'used', 'expired'];

function words(element, number) {
  const { soon, none, one, many } = element.dataset;
  if (number === 0) return none ?? soon;
  return number === 1 ? one : many.replace('{n}', number.toLocaleString(document.documentElement.lang));
}

function put(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function show(place) {
  const ahead = room.querySelector('[data-ahead]');
  const way = room.querySelector('[data-way]');
  const estimate = room.querySelector('[data-estimate]');
  if (ahead) put(ahead, words(ahead, place.ahead));
  if (way) way.value = Math.max(0, way.max - place.ahead);
  room.querySelector('[data-sold-out]').hidden = !place.soldOut;
  if (estimate) put(estimate, words(estimate, Math.round(place.seconds / 60)));
}

function drawn(place) {
  room.dataset.stage = 'waiting';
  room.querySelector('[data-way]').max = Math.max(1, place.ahead);
  room.querySelectorAll('[data-part]').forEach((part) => (part.hidden = part.dataset.part !== 'waiting'));
}

function later(seconds) {
  // a little spread, so that those who came together do not ask together for ever
  setTimeout(ask, seconds * 1000 * (0.9 + Math.random() * 0.2));
}

async function ask() {
  try {
    const answer = await fetch(room.dataset.room, { cache: 'no-cache' });
    const place = await answer.json();
    if (room.dataset.stage === 'gathering' && place.stage === 'waiting') drawn(place);
    if (place.stage !== room.dataset.stage) return location.reload();
    show(place);
    later(place.poll);
  } catch {
    later(15);
  }
}

function countDown(element) {
  const end = Date.now() + Number(element.dataset.until) * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
    element.textContent = parts.map((part, i) => (i ? String(part).padStart(2, '0') : part)).join(':');
  };
  element.hidden = false;
  tick();
  setInterval(tick, 1000);
}

room.querySelectorAll('[data-until]').forEach(countDown);
room.addEventListener('hold:expired', () => location.reload());
if (!resting.includes(room.dataset.stage)) later(Number(room.dataset.pause));
