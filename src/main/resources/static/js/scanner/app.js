// The scanner's page: finds its door, and wires camera, keys and forms to the desk.
import { api, doorOf } from './api.js';
import { enrol, tokenIn } from './enrol.js';
import { enrolment, formerly, moveTo, station } from './station.js';
import { openStore } from './store.js';
import { outbox } from './outbox.js';
import { eye } from './eye.js';
import { screen } from './screen.js';
import { scanner } from './scanner.js';
import { shaking, sound, toggle } from './signal.js';
import { speaker } from './words.js';
import { wedge } from './wedge.js';

const root = document.querySelector('[data-scanner]');
const view = screen(root);
const words = speaker(root);
const { one } = view;
let open;

// ---- which door

async function begin() {
  navigator.serviceWorker?.register('/scanner/worker.js', { scope: '/scanner' }).catch(() => {});
  const token = tokenIn(location.hash) ?? enrolment.get()?.token;
  if (token) return come(token);
  const slug = location.pathname.split('/')[2];
  const kept = station.get();
  if (slug && kept?.event.slug !== slug) return start(bySession(slug) ?? (await asked(slug)));
  return start(kept?.token || !slug ? kept : (bySession(slug) ?? kept));
}

// The page as the server sent it says which event it is; the one that the service worker keeps does not.
function bySession(slug) {
  const { event: id, zone: timeZone, name: title } = root.dataset;
  return id ? { event: { id, slug, title, timeZone }, device: null, token: null } : null;
}

async function asked(slug) {
  const answer = await doorOf(slug);
  return answer.ok ? { event: answer.body.event, device: null, token: null } : null;
}

async function come(token) {
  const old = open?.waiting() ?? 0;
  if (old > 0) return nobody('enrol_waiting', { count: old });
  if (await owed()) {
    if (!open) await start(station.get());
    return view.show({ tone: 'warn', title: words.say('enrol_title'), detail: words.say('enrol_sale') });
  }
  const answer = await enrol(token);
  const kept = station.get();
  if (answer.problem && open) return view.show({ tone: 'plain', title: words.say('enrol_title'), detail: words.say(answer.problem) });
  if (answer.problem) return kept?.token ? start(kept) : nobody(answer.problem);
  history.replaceState(null, '', '/scanner');
  if (open) return location.reload();
  return start(answer.station);
}

// Whether nobody knows yet what became of a sale at the door where this device stands, which it may still ask there.
async function owed() {
  const where = station.get();
  const sale = where && (await (await openStore(where.event.id)).get('sale'));
  if (!sale || sale.answer) return open?.selling() && Boolean(where);
  const { ok, status, body } = await api(where).door();
  return ok ? Boolean(body.may?.includes('sell')) : ![401, 403, 404].includes(status);
}

function nobody(key, values) {
  view.show({ tone: 'plain', title: words.say('enrol_title'), detail: words.say(key, values) });
  leftOpen().then((left) => left && (one('note').textContent = left));
  one('enrol').hidden = false;
  one('scan-form').hidden = true;
  one('ready').hidden = true;
}

// A sale at a door that this device was taken off, of which nobody knows what became.
async function leftOpen() {
  for (const { event } of Object.values(formerly.get() ?? {})) {
    const sale = await (await openStore(event.id)).get('sale');
    if (sale && !sale.answer) return words.say('sale_kept', { event: event.title, what: sale.what });
  }
  return '';
}

async function start(where) {
  if (!where) return nobody('enrol_first');
  moveTo(where);
  one('enrol').hidden = true;
  one('scan-form').hidden = false;
  one('where').hidden = false;
  one('name').textContent = where.event.title;
  words.inZone(where.event.timeZone);
  open = await scanner({ root, view, words, where, gone: () => nobody('enrol_revoked') });
  one('ready').hidden = false;
  for (const other of Object.values(formerly.get() ?? {})) if (other.event.id !== where.event.id) handIn(other);
}

// Scans of a door that this device has left. What it knew of that door is forgotten with the last of them.
async function handIn(other) {
  const store = await openStore(other.event.id);
  const nothing = () => {};
  const box = await outbox({ store, server: api(other), now: () => Date.now(), lastConflict: nothing, heard: nothing, conflicts: nothing, trouble: nothing });
  await box.flush();
  const sale = await store.get('sale');
  if (box.waiting().length > 0) return;
  if (sale && !sale.answer && !confirm(words.say('sale_left', { event: other.event.title, what: sale.what }))) return;
  await store.clear();
  const { [other.event.id]: away, ...rest } = formerly.get() ?? {};
  formerly.put(rest);
}

// ---- what is read

function read(text) {
  const token = tokenIn(text);
  if (token) return !open || confirm(words.say('enrol_move')) ? come(token) : undefined;
  return open?.scan(text);
}

one('enrol').addEventListener('submit', (event) => {
  event.preventDefault();
  const token = tokenIn(event.target.elements.link.value.trim());
  if (token) come(token);
  else nobody('enrol_unknown');
});
one('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = event.target.elements.code;
  read(field.value.trim());
  field.value = '';
  // a phone's keyboard would hide the verdict; a scanner with a keyboard's plug types on
  if (matchMedia('(pointer: coarse)').matches) field.blur();
});
const keys = wedge();
addEventListener('keydown', (event) => {
  const code = keys(event.key, event.timeStamp);
  if (!code || event.target.closest?.('[data-scan-form] [name="code"]')) return;
  event.preventDefault();
  if ('value' in event.target && event.target.value?.endsWith(code)) event.target.value = event.target.value.slice(0, -code.length);
  read(code);
});
addEventListener('hashchange', () => tokenIn(location.hash) && come(tokenIn(location.hash)));
root.querySelectorAll('[data-scripted]').forEach((part) => (part.hidden = false));
toggle(one('sound'), sound);
toggle(one('shaking'), shaking);
eye({ one, words, read });
begin();
