// The drawing of the seat editor: seats that are tapped are changed together by the buttons below; sections can be dragged.
import { SeatPlan } from './seatplan.js';

const form = document.querySelector('form[data-editor]');
if (form) start();

async function start() {
  form.hidden = false;
  const chosen = new Set();
  const colour = (selector) => getComputedStyle(form.querySelector(selector)).backgroundColor;
  const colours = { free: colour('[data-free]'), taken: colour('[data-taken]'), picked: colour('[data-picked]'), on: getComputedStyle(form.querySelector('.swatch')).color };
  const told = form.querySelector('[data-told]');
  const dragging = form.querySelector('[data-dragging]');
  let taken = new Uint8Array();
  const isTaken = (seat) => (taken[seat.number >> 3] >> (seat.number & 7) & 1) === 1;
  const name = (seat) => form.dataset.wordSeat.replace('{section}', seat.section.name).replace('{row}', seat.row.label).replace('{seat}', seat.label);

  const plan = new SeatPlan(form.querySelector('canvas'), {
    colour: (seat) => chosen.has(seat.id) ? colours.picked : isTaken(seat) ? colours.taken : colours.free,
    mark: (seat) => isTaken(seat) && !chosen.has(seat.id) ? undefined : colours.on,
    tapped: (seat) => {
      chosen.has(seat.id) ? chosen.delete(seat.id) : chosen.add(seat.id);
      changed();
    },
    told: (seat) => (told.textContent = seat === null ? '' : name(seat)),
    drags: () => dragging.checked,
    dragged: (section, x, y) => send(`${form.dataset.sections}/${section.id}/moves`, { x: Math.round(x), y: Math.round(y) }),
  });

  function changed() {
    form.querySelector('[data-inputs]').replaceChildren(...[...chosen].map((id) =>
      Object.assign(document.createElement('input'), { type: 'hidden', name: 'seat', value: id })));
    form.querySelector('[data-count]').textContent = chosen.size === 0 ? form.dataset.wordNone : form.dataset.wordChosen.replace('{count}', chosen.size);
    plan.draw();
  }

  async function send(path, fields) {
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
    if (answer.ok) await read();
  }

  async function read() {
    const [map, states] = await Promise.all(['seat-map', 'seat-states'].map((what) =>
      fetch(`${form.dataset.editor}/${what}`, { cache: 'no-cache' }).then((answer) => answer.json())));
    taken = Uint8Array.from(atob(states.taken), (c) => c.charCodeAt(0));
    plan.show(map);
  }

  form.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () =>
    Number(button.dataset.zoom) === 0 ? plan.fit() : plan.zoom(Number(button.dataset.zoom))));
  await read();
  form.querySelector('[data-plan]').dataset.ready = '';
}
