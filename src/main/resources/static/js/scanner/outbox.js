// Scans on their way to the server, in the order they were made. One leaves only when the server has answered for it.
import { gone, kept } from './store.js';

const most = 100;
const openFor = 120000;

// heard({row, result}) for each answer, conflicts([...]) with those that are new, trouble(answer) where there was none
export async function outbox({ store, server, now, lastConflict, heard, conflicts, trouble }) {
  const rows = (await store.rows('scans')).sort((one, other) => one.n - other.n);
  const live = new Set();
  const adopted = new Set();
  let last = rows.at(-1)?.n ?? 0;
  let flushing;

  // The scan itself is the row from now on, also while the disk is at it.
  // @param seen changes of what this device saw by it, kept in the same moment; as below
  async function add(scan, ...seen) {
    scan.n = ++last;
    rows.push(scan);
    live.add(scan.nonce);
    await store.write(kept('scans', scan), ...seen);
    return scan;
  }

  // What the gate told, before it is forgotten: a kill after this changes nothing.
  async function told(row, verdict, ...seen) {
    row.told = verdict;
    await store.write(kept('scans', row), ...seen);
  }

  async function done(row, ...seen) {
    const at = rows.indexOf(row);
    if (at >= 0) rows.splice(at, 1);
    await store.write(gone('scans', row.nonce), ...seen);
  }

  // Another device's scan, which this one hands in if it is the first to reach the server. Answers whether it is new here.
  function adopt(scan) {
    const { nonce, code, gate, at, told: said, madeBy } = scan;
    const isOne = [nonce, code, gate, said, madeBy].every((word) => typeof word === 'string') && Date.parse(at) > 0;
    if (!isOne || rows.some((row) => row.nonce === nonce) || adopted.has(nonce)) return false;
    adopted.add(nonce);
    const row = { ...scan, n: ++last };
    rows.push(row);
    store.write(kept('scans', row));
    return true;
  }

  // A device that is off the door hands in nobody else's: those who made them do.
  async function disown() {
    for (const row of rows.filter(({ madeBy }) => madeBy)) await done(row);
  }

  function flush() {
    flushing ??= flushAll().finally(() => (flushing = undefined));
    return flushing;
  }

  async function flushAll() {
    let size = most;
    const later = new Set();
    for (let batch = next(size, later); batch.length > 0; batch = next(size, later)) {
      const answer = await server.batch(batch.map((row) => wire(row, now())), lastConflict());
      if (answer.ok) await settle(batch, answer, later);
      else if (isRefusal(answer) && batch.length > 1) size = Math.ceil(batch.length / 2);
      else if (isRefusal(answer)) await settle(batch, refused(batch[0], answer), later);
      else return trouble(answer);
    }
  }

  // Without what the server could not decide just now: that is for the next time.
  function next(size, later) {
    return rows.filter((row) => !live.has(row.nonce) && !later.has(row.nonce)).slice(0, size);
  }

  async function settle(batch, { body, ...times }, later) {
    const results = new Map(body.results.map((result) => [result.nonce, result]));
    for (const row of batch) {
      const result = results.get(row.nonce);
      if (!result || result.outcome === 'deferred') {
        later.add(row.nonce);
        continue;
      }
      await done(row);
      heard({ row, result });
    }
    conflicts(body.conflicts ?? [], { serverTime: body.serverTime, ...times });
  }

  return {
    add,
    adopt,
    disown,
    told,
    untold: () => rows.filter((row) => row.told),
    done,
    flush,
    landed: (row) => live.delete(row.nonce),
    waiting: () => rows.filter((row) => !live.has(row.nonce) || row.told),
  };
}

// The server read the scans and takes them in no form: not a matter of trying again.
function isRefusal({ status }) {
  return [400, 413, 422].includes(status);
}

function refused(row, { body }) {
  return { body: { results: [{ nonce: row.nonce, outcome: 'invalid', problems: body?.errors ?? [body?.detail] }] } };
}

// A code that nobody could decide stays open for a while; after that nobody waits for it any more, and it is history.
function wire(row, now) {
  const { nonce, code, gate, at, direction, list, device: deviceName, madeBy: device = null } = row;
  const verdict = row.told ?? (now - Date.parse(at) > openFor ? 'unknown' : null);
  return { nonce, code, gate, at, direction, list, offline: verdict !== null, verdict, deviceName, device };
}
