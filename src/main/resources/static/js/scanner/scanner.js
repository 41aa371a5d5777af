// One open door: what it keeps, whom it asks, and what it tells.
import { api } from './api.js';
import { clock } from './clock.js';
import { conflictList } from './conflicts.js';
import { counter } from './counter.js';
import { desk, lets } from './desk.js';
import { network } from './network.js';
import { kept, openStore } from './store.js';
import { outbox } from './outbox.js';
import { labels } from './labels.js';
import { light } from './light.js';
import { names } from './names.js';
import { renaming } from './rename.js';
import { setup } from './setup.js';
import { formerly, station } from './station.js';
import { team } from './team.js';
import { verifier } from './signatures.js';

// Rights to come in are a ticket's own, list by list.
function right(ticket, list) {
  return list ? `${ticket} ${list}` : ticket;
}

export async function scanner({ root, view, words, where, gone }) {
  const store = await openStore(where.event.id);
  const state = { door: await store.get('door'), roster: await store.get('roster'), lastConflict: await store.get('lastConflict') };
  const seen = new Map((await store.rows('seen')).map((row) => [row.ticket, row]));
  const time = clock(state.door?.offset);
  const server = api(where);
  words.byClock(time.now);
  let verify = verifier(state.door?.keys ?? []);
  let turn = 0;
  let shown = 0;
  let saving;

  const place = setup(root, where, () => {});
  const disputes = await conflictList({ view, words, store });
  const bySession = !where.token;
  const net = network({ server, clock: time, state, learn, changed: draw, revoked, bySession });
  const box = await outbox({ store, server, now: () => Date.now(), lastConflict: () => state.lastConflict, heard, conflicts: raised, trouble: net.trouble });
  net.flushWith(box.flush);
  const ready = light({ view, words, look: () => ({ ...facts(), online: net.up }) });
  const near = team({ view, words, device: where.device, memory: { all: () => [...seen.values()], merge }, box, offset: () => time.offset });
  const scans = desk({ server, outbox: box, network: net, known, remember, say, told: near.told, bySession });
  const badges = labels({ root, view, words, server });
  names({ root, server, words, scan: (code) => scan(code) });
  const naming = renaming({ view, words, server });
  const till = counter({ view, words, server, store, scan: (code) => scan(code) });

  // ---- scans

  function scan(text) {
    if (near.isPairing(text)) return near.meet(text);
    const how = place.how();
    if (!how) return view.show({ tone: 'warn', title: words.say('setup_first') });
    const mine = ++turn;
    const began = performance.now();
    root.toggleAttribute('aria-busy', true);
    return scans.scan(text, how).then(({ row, answer, verdict }) => {
      if (mine === turn) root.removeAttribute('aria-busy');
      row.turn = mine;
      // an answer that comes late does not hide that of a later scan
      if (mine > shown) present(row, answer, verdict);
      shown = Math.max(shown, mine);
      root.dataset.took = Math.round(performance.now() - began);
      root.dataset.turn = shown;
      draw();
    });
  }

  function say({ row, answer, late }) {
    const verdict = words.verdict({ row, answer, late });
    const mark = { confirmed: words.say('confirmed'), conflict: words.say('conflict') }[answer.outcome];
    const at = words.clock(new Date(Date.parse(row.at) + time.offset));
    view.remember(row.nonce, [at, verdict.title, verdict.line, mark ?? verdict.note].filter(Boolean).join(' · '));
    const told = late && row.told;
    // what this device told alone counts as long as it waits, and from the server's word on
    if (lets(answer.verdict) && !row.dryRun && !answer.provisional && answer.outcome !== 'conflict') counted(row);
    if (told && row.turn === shown) view.one('note').textContent = mark ?? '';
    if (late && !told && (row.turn ?? shown) === shown) present(row, answer, verdict);
    draw();
    return { row, answer, verdict };
  }

  // The badge and the name are those of whoever is shown.
  function present(row, answer, verdict) {
    view.show(verdict);
    if (row.direction !== 'out' && !row.dryRun) [badges, naming].forEach((one) => one.offer(answer));
  }

  // An answer from the batch: of a scan that this page told, or of one from before it was opened.
  function heard({ row, result }) {
    store.write(...remember(row, result));
    if (row.madeBy) return disputes.add(result.conflict ? [result.conflict] : []);
    if (result.outcome === 'invalid') return say({ row, answer: { refused: 422 }, late: true });
    say({ row, answer: row.told ? { ...result, verdict: row.told, firstSeen: null, leftAt: null } : result, late: true });
    if (result.conflict) disputes.add([result.conflict]);
  }

  function raised(found) {
    if (found.length === 0) return;
    state.lastConflict = found.at(-1).id;
    store.put('lastConflict', state.lastConflict);
    disputes.add(found);
  }

  // ---- what this device knows

  function known(how) {
    const { door, roster } = state;
    if (!globalThis.crypto?.subtle || !door?.keys?.length || !roster?.entries) return null;
    const { addOnGates = [], lists = [], device } = door;
    return {
      ...how,
      event: where.event.id,
      timeZone: where.event.timeZone,
      now: time.now(),
      codes: door.codes,
      verify,
      roster: roster.entries,
      seen: (ticket, list) => seen.get(right(ticket, list)),
      gates: device?.gates ?? [],
      ticketTypes: device?.ticketTypes ?? [],
      addOnGates,
      lists,
    };
  }

  // When a ticket last came in by a list, and whether it left since. Answers the changes that keep it.
  function remember(row, { verdict, ticket, id = ticket?.id, list = row.list, firstSeen, leftAt }) {
    if (!id || row.dryRun) return [];
    const key = right(id, list);
    const at = new Date(Date.parse(row.at) + time.offset).toISOString();
    const came = lets(verdict) ? { at, gate: row.gate, device: row.device } : verdict === 'already_in' && firstSeen;
    const out = row.direction === 'out';
    const away = !out && !lets(verdict) && leftAt;
    const fact = out ? { ...seen.get(key), left: true } : came && { ...came, left: Boolean(away) };
    if (!fact) return [];
    const whole = { ...fact, ticket: key, moment: out ? at : away || fact.at };
    near.saw(whole);
    seen.set(key, whole);
    return [kept('seen', whole)];
  }

  // What a paired device saw: the later movement of a ticket counts. Answers whether it is news.
  function merge({ ticket, at, gate, device, left, moment }) {
    const known = seen.get(ticket);
    const isOne = typeof ticket === 'string' && Date.parse(moment) > 0 && (left || Date.parse(at) > 0);
    if (!isOne || (known && Date.parse(known.moment ?? known.at) >= Date.parse(moment))) return false;
    const fact = { ticket, at, gate, device, left: left === true, moment };
    seen.set(ticket, fact);
    store.write(kept('seen', fact));
    return true;
  }

  async function learn(news) {
    Object.assign(state, news);
    for (const [key, value] of Object.entries(news)) await store.put(key, value);
    if (!news.door) return;
    verify = verifier(news.door.keys);
    near.learn(news.door.pairingKey);
    raised(news.door.conflicts ?? []);
    if (where.device && news.door.device) station.put({ ...where, device: news.door.device });
    offer(news.door);
  }

  function offer(door) {
    place.offer(door);
    till.allow(door.may?.includes('sell'));
    naming.allow(door.may?.includes('rename'));
  }

  // Scans come first: what is known of guests is forgotten when the last of them is away.
  async function revoked({ status, body }) {
    if (bySession) return view.show(words.verdict({ row: {}, answer: { refused: status, code: body?.code, words: body?.detail } }));
    view.show(words.verdict({ row: {}, answer: { refused: status, code: 'device_revoked' } }));
    near.part();
    clearTimeout(saving);
    await box.disown();
    if (box.waiting().length > 0) return;
    const sale = await store.get('sale');
    const isOpen = sale && !sale.answer;
    // whoever enrols here next asks what became of it, or is told of it at another door
    if (isOpen) formerly.put({ ...formerly.get(), [where.event.id]: where });
    await store.clear(isOpen ? { sale } : {});
    station.forget();
    gone();
  }

  // ---- what is shown of it

  function counted({ direction }) {
    if (direction === 'out' || !state.door) return;
    state.door.in = Math.min(state.door.in + 1, state.door.of);
    clearTimeout(saving);
    saving = setTimeout(() => store.put('door', state.door), 1000);
  }

  // Of those who may come, with the admissions that this device has yet to tell.
  function turnout() {
    const mine = box.untold().filter((row) => lets(row.told) && row.direction !== 'out' && !row.madeBy);
    return { in: Math.min(state.door.in + mine.length, state.door.of), of: state.door.of };
  }

  function facts() {
    const { door, roster } = state;
    const waiting = box.waiting();
    return {
      now: time.now(),
      secure: Boolean(globalThis.crypto?.subtle),
      rosterAt: roster?.at,
      count: roster?.entries?.size ?? 0,
      keys: door?.keys?.length ?? 0,
      offset: door ? time.offset : null,
      durable: store.durable,
      waiting: waiting.length,
      oldest: waiting.length > 0 ? Date.parse(waiting[0].at) + time.offset : 0,
    };
  }

  function draw() {
    if (state.door) view.one('turnout-text').textContent = words.say('turnout', turnout());
    ready?.draw();
    const again = view.one('again');
    const { length } = box.waiting();
    again.hidden = length === 0 && !net.loggedOut;
    again.textContent = net.loggedOut ? words.say('signed_out') : words.say('again', { count: length });
  }

  view.one('again').addEventListener('click', () => {
    if (net.loggedOut) location.assign(`/login?back=/scanner/${where.event.slug}`);
    else net.check();
  });
  // what is in memory alone would be lost
  addEventListener('beforeunload', (event) => !store.durable && box.waiting().length > 0 && event.preventDefault());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && net.check());
  if (state.door) offer(state.door);
  near.learn(state.door?.pairingKey);
  draw();
  net.check();
  return { scan, waiting: () => box.waiting().length, selling: till.open };
}
