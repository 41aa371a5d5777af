// The scanner's rules, run in a browser: answers what each of them said, for ScannerLogicTest to judge.
async (folder) => {
  const from = (name) => import(folder + name);
  const { base64url, isShortCode, read } = await from('code.js');
  const { verifier, verifiedByLibrary } = await from('signatures.js');
  const { lookup, merged } = await from('roster.js');
  const { decide } = await from('decide.js');
  const { readiness } = await from('ready.js');
  const { wedge } = await from('wedge.js');
  const { outbox } = await from('outbox.js');
  const { kept, openStore } = await from('store.js');
  const { torch, zoom, zoomSteps } = await from('camera.js');
  const { decoder } = await from('decoder.js');
  const { desk } = await from('desk.js');
  const { shaking, signal } = await from('signal.js');
  const pairing = await from('pairing.js');
  const { tokenIn } = await from('enrol.js');

  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const event = '01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001';
  const elsewhere = '01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a002';
  const ticket = '01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a0ff';
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const bytesOf = (id) => Uint8Array.from(id.replaceAll('-', '').match(/../g), (two) => parseInt(two, 16));
  const utf8 = (text) => new TextEncoder().encode(text);

  async function signed({ serial = 1, key = 3, at = event } = {}) {
    const message = new Uint8Array(31);
    message[0] = 1;
    new DataView(message.buffer).setInt32(1, key);
    message.set(bytesOf(at).subarray(8), 5);
    message.set(bytesOf(ticket), 13);
    new DataView(message.buffer).setUint16(29, serial);
    const all = [...message, ...new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message))];
    const bits = all.map((byte) => byte.toString(2).padStart(8, '0')).join('');
    return bits.match(/.{5}/g).map((five) => letters[parseInt(five, 2)]).join('');
  }

  async function sealed(code, about) {
    const input = await crypto.subtle.importKey('raw', utf8(code), 'HKDF', false, ['deriveKey']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(event), info: utf8('marquee-roster-1') };
    const key = await crypto.subtle.deriveKey(how, input, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(JSON.stringify(about))));
    return base64url(new Uint8Array([...iv, ...text]));
  }

  const text = await signed();
  const code = read(text);
  const ada = { n: 'Ada Lind', t: 'general', y: 'General admission', p: 1, o: 2 };
  const line = async (state, { about = ada, serial = 1 } = {}) =>
    JSON.stringify([await lookup(code), serial, state, about && (await sealed(text, about))]);
  const whole = (...lines) => ['{"version": 1, "full": true}', ...lines, '{"cursor": "c", "count": 1}'].join('\n');
  const verify = verifier([{ id: 3, publicKey: base64url(publicKey) }]);
  const knowing = async (state, more = {}, entry = {}) => ({
    event,
    verify,
    roster: merged(null, state ? whole(await line(state, entry)) : whole(), 1).entries,
    seen: () => undefined,
    gate: 'Main gate',
    timeZone: 'Europe/Lisbon',
    now: Date.parse('2026-06-18T20:00:00Z'),
    gates: [],
    addOnGates: ['Parking'],
    ticketTypes: [],
    lists: [],
    list: null,
    direction: 'in',
    ...more,
  });
  const told = async (scanned, known) => {
    const { verdict, hint } = await decide(scanned, known);
    return hint ? `${verdict} (${hint})` : verdict;
  };

  const results = {};
  for (const state of ['issued', 'staked', 'checked_in', 'pending_approval', 'declined', 'cancelled', 'refunded', 'expired', 'forfeited']) {
    results[state] = await told(text, await knowing(state));
  }
  const seen = () => ({ ticket, at: '2026-06-18T19:04:12Z', gate: 'North', device: 'A' });
  const parking = { ...ada, y: 'Parking', a: true };
  results['no code'] = await told('https://example.org/wifi', await knowing('issued'));
  results['unknown key'] = await told(await signed({ key: 9 }), await knowing('issued'));
  results['another event'] = await told(await signed({ at: elsewhere }), await knowing('issued'));
  results['passed on'] = await told(text, await knowing('issued', {}, { serial: 2 }));
  results['newer than the roster'] = await told(await signed({ serial: 2 }), await knowing('issued'));
  results['not in the roster'] = await told(text, await knowing(null));
  results['not in the roster, limited gate'] = await told(text, await knowing(null, { ticketTypes: ['vip'] }));
  results['not in the roster, seen'] = await told(text, await knowing(null, { seen }));
  results['left out of the roster'] = await told(text, await knowing('issued', {}, { about: null }));
  results['other type'] = await told(text, await knowing('issued', { ticketTypes: ['vip'] }));
  results['add-on at a gate'] = await told(text, await knowing('issued', {}, { about: parking }));
  results['add-on at its gate'] = await told(text, await knowing('issued', { gate: ' parking' }, { about: parking }));
  results['admission at an add-on gate'] = await told(text, await knowing('issued', { gate: 'Parking' }));
  results['seen here'] = await told(text, await knowing('issued', { seen }));
  results['seen here, leaving'] = await told(text, await knowing('issued', { seen, direction: 'out' }));
  results['leaving at a gate that the device is not bound to'] = await told(text, await knowing('issued', { direction: 'out', gates: ['North'] }));
  results['left, coming back'] = await told(text, await knowing('checked_in', { seen: () => ({ ...seen(), left: true }) }));
  results['gate that the device is not bound to'] = await told(text, await knowing('issued', { gates: ['North'] }));

  const list = (more) => ({ id: 'l', kind: 'admission', rule: 'once', ticketTypes: [], gates: [], ...more });
  const by = (more, how = {}, state = 'checked_in') => knowing(state, { lists: [list(more)], ...how }).then((known) => told(text, known));
  const yesterday = () => ({ ...seen(), at: '2026-06-17T19:04:12Z' });
  results['list: once, checked in'] = await by({});
  results['list: re-entry, seen'] = await by({ rule: 're_entry' }, { seen });
  results['list: re-entry, left'] = await by({ rule: 're_entry' }, { seen: () => ({ ...seen(), left: true }) });
  results['list: daily, today'] = await by({ rule: 'once_a_day' }, { seen });
  results['list: daily, yesterday'] = await by({ rule: 'once_a_day' }, { seen: yesterday });
  results['list: hand-out'] = await by({ kind: 'hand_out' }, { list: 'l' });
  results['list: hand-out twice'] = await by({ kind: 'hand_out' }, { list: 'l', seen });
  results['list: not open yet'] = await by({ opensAt: '2026-06-18T21:00:00Z' }, {}, 'issued');
  results['list: other type'] = await by({ ticketTypes: ['vip'] }, {}, 'issued');
  results['list: other gate'] = await by({ gates: ['North'] }, {}, 'issued');
  results['list: leaving where it does not count'] = await by({ gates: ['North'] }, { list: 'l', direction: 'out' });
  results['list: leaving late'] = await by({ closesAt: '2026-06-18T19:00:00Z' }, { direction: 'out' });
  results['list: refunded'] = await by({ rule: 're_entry' }, {}, 'refunded');
  results['typed'] = await told('K7QF-2M9P', await knowing('issued'));
  results['typed, one wrong'] = await told('K7QF-2M8P', await knowing('issued'));
  results['name'] = (await decide(text.toLowerCase(), await knowing('issued'))).ticket.holder;

  const known = await knowing('issued');
  const mutants = Array.from({ length: 152 }, (_, at) => text.slice(0, at) + letters[(letters.indexOf(text[at]) + 7) % 32] + text.slice(at + 1));
  const admitted = await Promise.all(mutants.map(async (mutant) => (await decide(mutant, known)).verdict === 'admitted'));
  results['mutants admitted'] = String(admitted.filter(Boolean).length);
  results['library'] = `${await verifiedByLibrary(code, publicKey)} ${await verifiedByLibrary(read(mutants[20]), publicKey)}`;
  results['short codes'] = `${isShortCode('K7QF2M9P')} ${isShortCode('7KQF2M9P')} ${isShortCode('K7QF2M9')}`;

  const before = merged(null, whole(await line('issued')), 1);
  const cut = merged(before, ['{"version": 1, "full": false}', await line('refunded'), '["cut'].join('\n'), 2);
  results['roster cut off'] = `${[...cut.entries.values()][0].state} ${cut.cursor} ${cut.at}`;
  const whollyCut = merged(before, '{"version": 1, "full": true}', 2);
  results['whole roster cut off'] = String(whollyCut.entries.size);

  const keys = wedge();
  const fast = [...'K7QF2M9P', 'Enter'].map((key, i) => keys(key, i * 10)).at(-1);
  const slow = [...'K7QF2M9P', 'Enter'].map((key, i) => keys(key, 5000 + i * 200)).at(-1);
  results['wedge'] = `${fast} ${slow}`;

  const well = { now: 6e6, secure: true, rosterAt: 6e6, count: 9, keys: 1, offset: 0, durable: true, persisted: true, free: 1e9, waiting: 0, oldest: 0, battery: null };
  const notWell = (more) => {
    const { level, parts } = readiness({ ...well, ...more });
    return `${level} ${parts.filter((part) => part.level !== 'good').map((part) => part.key).join(' ')}`.trim();
  };
  results['ready'] = notWell({});
  results['old roster'] = notWell({ rosterAt: 6e6 - 30 * 60000 });
  results['no roster'] = notWell({ rosterAt: undefined });
  results['clock off'] = notWell({ offset: -3600000 });
  results['nothing kept'] = notWell({ durable: false });
  results['storage full'] = notWell({ free: 1e6 });
  results['battery'] = notWell({ battery: { level: 0.08, charging: false } });
  results['insecure'] = notWell({ secure: false });

  // Three scans; the server takes none at first, then refuses the batch as a whole for the sake of the second.
  const refusing = { open: () => { throw new Error(); } };
  const store = await openStore('logic', refusing);
  const sent = [];
  let away = true;
  const server = {
    batch: async (scans) => {
      if (away) return { ok: false, status: 0 };
      if (scans.some((scan) => scan.code === 'bad')) return { ok: false, status: 422, body: { detail: 'no' } };
      sent.push(...scans.map((scan) => scan.code));
      const outcome = (code) => (code === 'busy' && sent.length < 4 ? 'deferred' : 'confirmed');
      return { ok: true, body: { results: scans.map(({ nonce, code }) => ({ nonce, verdict: 'admitted', outcome: outcome(code) })) } };
    },
  };
  const heard = [];
  const nothing = () => {};
  const box = await outbox({ store, server, now: () => 0, lastConflict: nothing, heard: ({ result }) => heard.push(result.outcome), conflicts: nothing, trouble: () => heard.push('trouble') });
  for (const scanned of ['one', 'bad', 'busy', 'three']) {
    const row = await box.add({ nonce: scanned, code: scanned, at: '2026-06-18T19:04:12Z' });
    await box.told(row, 'admitted');
    box.landed(row);
  }
  await box.flush();
  const waited = box.waiting().length;
  away = false;
  await box.flush();
  heard.push(`${box.waiting().length} put off`);
  await box.flush();
  results['outbox'] = `kept ${waited}, sent ${sent.join(' ')}, left ${box.waiting().length}: ${heard.join(' ')}`;

  // The disk takes nothing for a while; what is kept meanwhile is written later, but never over what is newer.
  const begin = IDBDatabase.prototype.transaction;
  const disk = await openStore('logic', indexedDB);
  IDBDatabase.prototype.transaction = () => { throw new Error('full'); };
  await disk.put('one', 1);
  await disk.put('two', 1);
  IDBDatabase.prototype.transaction = begin;
  await disk.put('three', 1);
  await disk.put('two', 2);
  while (!disk.durable) await new Promise((resolve) => setTimeout(resolve, 10));
  results['newer than what waited for the disk'] = `${await disk.get('one')} ${await disk.get('two')}`;

  // Alone, a scan looks one entry up, however many there are, and is written down in one go with what was seen by it.
  const listed = await knowing('issued');
  let looked = 0;
  let commits = 0;
  const roster = { get: (name) => (looked++, listed.roster.get(name)) };
  const notes = await openStore('logic-door', indexedDB);
  const queue = await outbox({ store: notes, server, now: () => 0, lastConflict: nothing, heard: nothing, conflicts: nothing, trouble: nothing });
  const remember = (row, answer) => [kept('seen', { ticket: answer.ticket.id, at: row.at })];
  const gate = desk({ server, outbox: queue, network: { up: false }, known: () => ({ ...listed, roster }), remember, say: ({ answer }) => answer, told: nothing });
  IDBDatabase.prototype.transaction = function (...all) {
    commits += all[1] === 'readwrite' ? 1 : 0;
    return begin.apply(this, all);
  };
  const answer = await gate.scan(text, { gate: 'Main gate', device: 'Phone', direction: 'in', list: null });
  IDBDatabase.prototype.transaction = begin;
  const written = [await notes.rows('scans'), await notes.rows('seen')].map(({ length }) => length);
  results['alone'] = `${answer.verdict} ${answer.provisional}: looked up ${looked}, commits ${commits}, written ${written}`;

  // The disk and the server each answer when they are told to; `waits` is what the desk would have waited for them by itself.
  const wait = globalThis.setTimeout;
  const waits = [];
  const steps = () => new Promise((resolve) => wait(resolve, 20));
  async function slowly(happens) {
    const held = [];
    const reply = Promise.withResolvers();
    const sentOn = [];
    const words = [];
    const slow = { rows: async () => [], write: () => new Promise((resolve) => held.push(resolve)) };
    const far = { scan: () => reply.promise, batch: async (scans) => (sentOn.push(...scans.map(({ verdict }) => verdict)), { ok: false, status: 0 }) };
    const queue = await outbox({ store: slow, server: far, now: () => 0, lastConflict: nothing, heard: nothing, conflicts: nothing, trouble: nothing });
    const network = { up: true, trouble: nothing, check: nothing, flush: queue.flush };
    const say = ({ answer, late }) => words.push([answer.verdict, answer.provisional && 'provisional', late && 'late'].filter(Boolean).join(' '));
    const gate = desk({ server: far, outbox: queue, network, known: () => listed, remember: () => [], say, told: nothing });
    globalThis.setTimeout = (work, after) => (waits.push(after), wait(work, 0));
    gate.scan(text, { gate: 'Main gate', device: 'Phone', direction: 'in', list: null });
    for (const step of happens) {
      await steps();
      if (step === 'disk') held.splice(0).forEach((resolve) => resolve());
      else reply.resolve({ ok: true, status: 200, body: { verdict: step } });
    }
    await steps();
    globalThis.setTimeout = wait;
    return `${words.join(', ')}; waits ${queue.waiting().length}, sent ${sentOn}`;
  }
  results['slow disk, then the server'] = await slowly(['already_in', 'disk', 'disk']);
  results['server while the verdict is written'] = await slowly(['disk', 'already_in', 'disk']);
  results['server agrees while the verdict is written'] = await slowly(['disk', 'admitted', 'disk', 'disk']);
  waits.length = 0;
  results['no server'] = `${await slowly(['disk', 'disk'])}; after ${waits}`;

  // What clear() is to keep is never away from the disk.
  await notes.put('sale', 'open');
  await notes.clear({ sale: 'open' });
  results['cleared'] = `${await notes.get('sale')} ${(await notes.rows('seen')).length}`;

  // What a gate that lets out is told, with and without a server; the page has the words.
  const words = (await from('words.js')).speaker(document.querySelector('[data-scanner]'));
  const left = { at: '2026-06-18T19:00:00Z', left: true, moment: '2026-06-18T19:26:00Z' };
  const shownOf = (answer, direction = 'out') => {
    const { tone, title, detail } = words.verdict({ row: { direction }, answer });
    return `${tone}: ${title}. ${detail.replace(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\d\d:\d\d:\d\d/, '…')}`;
  };
  const offline = async (state, more) => ({ ...(await decide(text, await knowing(state, more))), provisional: true });
  const inside = { verdict: 'admitted', ticket: { holder: 'Ada Lind', of: 1, state: 'checked_in' }, firstSeen: left };
  results['exit'] = shownOf(inside);
  results['exit, never in'] = shownOf({ ...inside, firstSeen: null });
  results['exit, twice'] = shownOf({ ...inside, leftAt: left.moment });
  results['back, left'] = shownOf({ ...inside, verdict: 'already_in', leftAt: left.moment }, 'in');
  results['exit alone'] = shownOf(await offline('checked_in', { direction: 'out' }));
  results['exit alone, never in'] = shownOf(await offline('issued', { direction: 'out' }));
  results['exit alone, twice'] = shownOf(await offline('checked_in', { direction: 'out', seen: () => left }));
  results['exit alone, of somebody unlisted'] = shownOf(await offline(null, { direction: 'out' }));
  results['back alone, left'] = shownOf(await offline('checked_in', { seen: () => left }), 'in');

  const hosts = [`${ticket}.local`, '192.168.7.20', 'door.local'];
  const meeting = { kind: 'offer', device: ticket, fingerprint: new Uint8Array(32), ufrag: 'abcd', pwd: 'x'.repeat(24), candidates: hosts.map((host) => ({ host, port: 50123 })) };
  const shown = await pairing.sealed(meeting, new Uint8Array(32));
  const met = await pairing.opened(shown, new Uint8Array(32));
  results['pairing'] = `${shown.length} ${met.device === ticket} ${met.candidates.every(({ host, port }, i) => host === hosts[i] && port === 50123)}`;

  results['zoom'] = `${zoomSteps({ min: 1, max: 2.5 })}; ${zoomSteps(undefined)}`;
  const applied = [];
  const track = { getCapabilities: () => ({ torch: true, zoom: { min: 1, max: 4 } }), applyConstraints: async ({ advanced: [one] }) => applied.push(one) };
  const [light, near, dark] = ['button', 'button', 'button'].map((name) => document.createElement(name));
  torch(track, light);
  zoom(track, near);
  for (const button of [light, near, light, near, near]) await button.onclick();
  torch({ getCapabilities: () => ({}) }, dark);
  results['torch and zoom'] = `${JSON.stringify(applied)} ${light.getAttribute('aria-pressed')} ${near.textContent} ${dark.hidden}`;

  // With a detector of the browser's own, with one that only promises, and with none: then it is the library's.
  const { generate } = await import(new URL('../../vendor/leanqr/lean-qr.js', new URL(folder, location.href)).href);
  const view = Object.assign(document.createElement('canvas'), { videoWidth: 700, videoHeight: 700, width: 700, height: 700 });
  const small = document.createElement('canvas');
  generate('SEEN').toCanvas(small, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], padX: 4, padY: 4 });
  const pen = view.getContext('2d');
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, 700, 700);
  const detecting = (detect) => class {
    static getSupportedFormats = async () => ['qr_code'];
    detect = detect;
  };
  const reads = [];
  for (const detector of [detecting(async () => [{ rawValue: 'OWN' }]), detecting(async () => { throw new Error(); }), undefined]) {
    window.BarcodeDetector = detector;
    reads.push(await (await decoder())(view));
  }
  results['decoders'] = reads.join(' ');

  Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: true } });
  const shaken = [];
  navigator.vibrate = (beats) => shaken.push(beats.length);
  signal('good');
  signal('bad');
  shaking.on = false;
  signal('bad');
  shaking.on = true;
  results['vibration'] = shaken.join(' ');

  const token = `e_${'x'.repeat(43)}`;
  results['links'] = `${tokenIn(`https://tickets.example/scanner#${token}`) === token} ${tokenIn(text)}`;
  return results;
}
