// One scan after the other: asks the server, and decides alone where that takes too long. Knows no page.
import { passes } from './api.js';
import { decide } from './decide.js';
import { read } from './code.js';

const patience = 400;

// known() is what decide needs, or null where this device cannot decide alone; say({row, answer, late}) tells the gate.
// told(row) once it has decided one; remember(row, answer) answers what is to be written down of it.
export function desk({ server, outbox, network, known, remember, say, told, bySession }) {
  const busy = new Map();

  // The same code twice at once is decided one after the other; others do not wait for it.
  async function scan(text, how) {
    const before = busy.get(text);
    const mine = Promise.resolve(before).then(() => one(text, how));
    busy.set(text, mine.catch(() => {}));
    return mine.finally(() => busy.size > 50 && busy.clear());
  }

  async function one(text, { gate, direction, list, device, dryRun }) {
    const scan = { nonce: crypto.randomUUID(), code: text.trim(), gate, device, direction, list, at: new Date(Date.now()).toISOString(), told: null };
    const here = { gate, direction, list };
    const alone = known(here) ? decide(scan.code, known(here)).catch(() => null) : Promise.resolve(null);
    if (dryRun) return look(scan, alone);
    if (!network.up) return unasked(scan, await alone);
    const kept = outbox.add(scan);
    const asked = server.scan({ ...scan, n: undefined, dryRun: false, told: undefined, at: undefined });
    // what the disk takes beyond that, and this device's own verdict, the server has too
    const ready = Promise.all([kept, alone]).then(() => undefined);
    const answer = (await within(patience, asked)) ?? (await Promise.race([asked, ready]));
    if (answer?.ok) return settled(kept, scan, answer, await alone);
    if (isRefusal(answer) && !loggedOut(answer)) return refused(kept, scan, answer);
    network.trouble(answer);
    // nobody else touches the scan before the gate has told: what the server says from here on can only confirm or contradict it
    const said = await decided(await kept, await alone);
    if (answer) outbox.landed(scan);
    else asked.then((late) => setTimeout(() => tooLate(scan, late)));
    return said;
  }

  // Nobody to wait for: the scan is written down once, with its verdict.
  async function unasked(scan, answer) {
    const isOpen = !answer || read(scan.code).valid;
    const row = await outbox.add({ ...scan, told: isOpen ? null : answer.verdict }, ...(isOpen ? [] : remember(scan, answer)));
    outbox.landed(row);
    return isOpen ? say({ row, answer: { waiting: true, hint: answer?.hint } }) : provisional(row, answer);
  }

  // Told at once: the server has it written down. What is on its way to the disk is taken back there once it has come.
  function settled(kept, row, { body }, own) {
    over(kept, row, remember(row, { ...body, list: own?.list }));
    if (body.verdict === 'device_revoked') network.check();
    return say({ row, answer: body });
  }

  function refused(kept, row, { status, body }) {
    if (status === 401 || status === 403 || status === 404) {
      kept.then(() => outbox.landed(row));
      return say({ row, answer: { refused: status, code: body?.code } });
    }
    over(kept, row, []);
    return say({ row, answer: { refused: status, words: body?.errors?.[0]?.detail ?? body?.detail } });
  }

  async function over(kept, row, seen) {
    await kept;
    const done = outbox.done(row, ...seen);
    outbox.landed(row);
    return done;
  }

  async function decided(row, answer) {
    if (!answer || read(row.code).valid) return say({ row, answer: { waiting: true, hint: answer?.hint } });
    await outbox.told(row, answer.verdict, ...remember(row, answer));
    return provisional(row, answer);
  }

  function provisional(row, answer) {
    told(row);
    return say({ row, answer: { ...answer, provisional: true } });
  }

  // The server has decided meanwhile. Where it told otherwise, the outbox says so, and the server raises the conflict.
  async function tooLate(row, answer) {
    if (answer.ok && !row.told) {
      await outbox.done(row, ...remember(row, answer.body));
      say({ row, answer: answer.body, late: true });
    } else if (answer.ok && lets(answer.body.verdict) === lets(row.told)) {
      await outbox.done(row);
      say({ row, answer: { ...answer.body, outcome: 'confirmed' }, late: true });
    }
    outbox.landed(row);
    network.flush();
  }

  async function look(scan, alone) {
    const asked = network.up ? server.scan({ ...scan, nonce: undefined, told: undefined, at: undefined, dryRun: true }) : null;
    const answer = asked && (await within(patience, asked));
    const row = { ...scan, dryRun: true };
    if (answer?.ok) return say({ row, answer: answer.body });
    if (isRefusal(answer) && !loggedOut(answer)) return say({ row, answer: { refused: answer.status, code: answer.body?.code, words: answer.body?.detail } });
    network.trouble(answer);
    const own = await alone;
    if (own && !read(row.code).valid) return say({ row, answer: { ...own, provisional: true } });
    asked?.then((late) => late.ok && say({ row, answer: late.body, late: true }));
    return say({ row, answer: { waiting: true, hint: own?.hint } });
  }

  // Whose login ran out goes on as without a network, and is told to log in.
  function loggedOut(answer) {
    return bySession && answer.status === 401;
  }

  return { scan };
}

export function lets(verdict) {
  return verdict === 'admitted';
}

// The server answered and will not answer otherwise; what passes by itself counts as trouble.
function isRefusal(answer) {
  return answer?.status >= 400 && answer.status < 500 && answer.status !== 409 && !passes(answer);
}

function within(milliseconds, promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
