// Picking seats: the drawing, the list and what was chosen say the same, and follow what others take, every two seconds.
import { SeatPlan } from './seatplan.js';

const form = document.querySelector('form[data-seats]');
if (form) start();

async function start() {
  const api = form.dataset.seats;
  const word = (name, values = {}) =>
    Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), form.dataset[`word${name}`]);
  const types = new Map([...form.querySelectorAll('[data-legend] [data-type]')].map((item) => [item.dataset.type, {
    id: item.dataset.type, name: item.querySelector('[data-name]').textContent, cost: item.dataset.cost,
    price: Number(item.dataset.price), swatch: item.querySelector('.swatch'),
  }]));
  const holder = form.querySelector('[data-plan]');
  const details = form.querySelector('[data-list]');
  const list = form.querySelector('[data-rows]');
  const panel = form.querySelector('[data-chosen]');
  const live = form.querySelector('[data-news]');
  const section = form.querySelector('#section');
  const chosen = new Map(); // seat id → the id of its type
  for (const box of form.querySelectorAll('input[name="seat"]:checked')) chosen.set(box.value, null);
  let taken = new Uint8Array();
  let version = 0;
  let colours = {};

  const isTaken = (seat) => (taken[seat.number >> 3] >> (seat.number & 7) & 1) === 1;
  const sold = (seat) => seat.section.ticketTypes.filter((type) => types.has(type));
  const name = (seat) => word('Seat', { section: seat.section.name, row: seat.row.label, seat: seat.label });

  const plan = new SeatPlan(holder.querySelector('canvas'), {
    colour: (seat) => chosen.has(seat.id) ? colours.chosen : isTaken(seat) || sold(seat).length === 0 ? colours.taken : colours[sold(seat)[0]],
    mark: (seat) => chosen.has(seat.id) ? colours.on : isTaken(seat) ? colours.ink : colours.on,
    tapped: toggle,
    told: (seat) => {
      const text = seat === null ? '' : [name(seat), isTaken(seat) ? word('Taken') : types.get(sold(seat)[0])?.cost].filter(Boolean).join(' · ');
      const output = holder.querySelector('[data-told]');
      if (output.textContent !== text) output.textContent = text;
    },
  });

  function readColours() {
    const of = (selector) => getComputedStyle(form.querySelector(selector)).backgroundColor;
    colours = { taken: of('.swatch-taken'), chosen: of('.swatch-chosen'), on: getComputedStyle(form.querySelector('.swatch')).color, ink: getComputedStyle(form).color };
    for (const type of types.values()) colours[type.id] = getComputedStyle(type.swatch).backgroundColor;
  }

  function toggle(seat) {
    if (chosen.has(seat.id)) chosen.delete(seat.id);
    else if (!isTaken(seat) && sold(seat).length > 0) chosen.set(seat.id, sold(seat)[0]);
    changed();
  }

  function changed() {
    const seats = plan.seats.filter((seat) => chosen.has(seat.id));
    for (const seat of seats) if (!types.has(chosen.get(seat.id))) chosen.set(seat.id, sold(seat)[0]);
    panel.replaceChildren(...seats.map(chosenLine));
    for (const box of list.querySelectorAll('input[type="checkbox"]')) box.checked = chosen.has(box.value);
    const button = form.querySelector('[data-take]');
    button.disabled = seats.length === 0;
    button.textContent = seats.length === 0 ? word('None') : seats.length === 1 ? word('One') : word('Many', { count: seats.length });
    const { currency, digits } = form.dataset;
    const sum = seats.reduce((sum, seat) => sum + (types.get(chosen.get(seat.id))?.price ?? 0), 0);
    form.querySelector('[data-sum]').textContent = !currency || seats.length === 0 ? '' : sum === 0 ? form.dataset.wordFree
      : new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, { style: 'currency', currency }).format(sum / 10 ** Number(digits));
    plan.draw();
  }

  function chosenLine(seat) {
    const line = document.createElement('li');
    line.className = 'chosenseat';
    line.append(Object.assign(document.createElement('span'), { textContent: name(seat) }));
    const remove = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-small', textContent: '×' });
    remove.setAttribute('aria-label', word('Remove', { seat: name(seat) }));
    remove.addEventListener('click', () => { toggle(seat); panel.querySelector('button')?.focus(); });
    line.append(remove, Object.assign(document.createElement('input'), { type: 'hidden', name: 'seat', value: seat.id }));
    const choice = document.createElement('select');
    choice.name = `type.${seat.id}`;
    choice.className = 'input';
    choice.hidden = sold(seat).length < 2;
    choice.setAttribute('aria-label', word('As', { seat: name(seat) }));
    choice.append(...sold(seat).map((type) => new Option(`${types.get(type).name} · ${types.get(type).cost}`, type, false, type === chosen.get(seat.id))));
    choice.addEventListener('change', () => { chosen.set(seat.id, choice.value); changed(); });
    line.append(choice);
    return line;
  }

  /** The same as the drawing, as checkboxes; they don't go with the form: what was chosen does. */
  function listSection() {
    if (!details.open) return; // five thousand boxes that nobody looks at would hold the drawing up
    const rows = new Map();
    for (const seat of plan.seats) {
      if (seat.section.id !== section.value) continue;
      if (!rows.has(seat.row)) rows.set(seat.row, []);
      rows.get(seat.row).push(seat);
    }
    list.replaceChildren(...[...rows].map(([row, seats]) => {
      const set = Object.assign(document.createElement('fieldset'), { className: 'seatrow' });
      set.append(Object.assign(document.createElement('legend'), { textContent: word('Row', { row: row.label }) }));
      set.append(...seats.map(seatBox));
      return set;
    }));
  }

  function seatBox(seat) {
    const label = Object.assign(document.createElement('label'), { className: 'seatbox' });
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: seat.id, checked: chosen.has(seat.id) });
    box.disabled = isTaken(seat) && !chosen.has(seat.id);
    box.addEventListener('change', () => toggle(seat));
    label.append(box, Object.assign(document.createElement('span'), { textContent: seat.accessible ? word('Accessible', { seat: seat.label }) : seat.label }));
    return label;
  }

  async function poll() {
    const from = performance.now();
    const answer = await fetch(`${api}/seat-states`, { cache: 'no-cache' });
    if (!answer.ok) return;
    const states = await answer.json();
    if (states.version !== version) await readPlan(states.version);
    const before = taken;
    taken = Uint8Array.from(atob(states.taken), (c) => c.charCodeAt(0));
    const same = before.length === taken.length && before.every((byte, i) => byte === taken[i]);
    performance.clearMeasures('seats-poll');
    performance.measure('seats-poll', { start: from });
    if (same) return;
    const gone = plan.seats.filter((seat) => chosen.has(seat.id) && isTaken(seat));
    gone.forEach((seat) => chosen.delete(seat.id));
    if (gone.length > 0) live.textContent = gone.map((seat) => word('Gone', { seat: name(seat) })).join(' ');
    for (const box of list.querySelectorAll('input[type="checkbox"]')) {
      const seat = byId.get(box.value);
      if (seat) box.disabled = isTaken(seat) && !chosen.has(seat.id);
    }
    if (gone.length > 0) changed(); else plan.draw();
  }

  let byId = new Map();
  async function readPlan(wanted) {
    const answer = await fetch(`${api}/seat-map`, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`no plan: ${answer.status}`);
    const map = await answer.json();
    version = wanted ?? map.version;
    plan.show(map);
    byId = new Map(plan.seats.map((seat) => [seat.id, seat]));
    for (const id of chosen.keys()) if (!byId.has(id)) chosen.delete(id);
    listSection();
  }

  readColours();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', readColours);
  holder.hidden = false;
  form.querySelector('[data-show-section]').hidden = true;
  details.open = false;
  list.replaceChildren();
  details.addEventListener('toggle', listSection);
  section.addEventListener('change', listSection);
  holder.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () =>
    Number(button.dataset.zoom) === 0 ? plan.fit() : plan.zoom(Number(button.dataset.zoom))));
  await poll();
  changed();
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('seats-drawn')));
  holder.dataset.ready = '';
  const again = () => setTimeout(async () => {
    if (!document.hidden) await poll().catch(() => {});
    again();
  }, 2000);
  again();
}
