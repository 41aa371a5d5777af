// Whether this device could decide alone, now: a light, and for each part of it what to do where it is not green.

const minutes = 60000;
const worse = ['good', 'warn', 'bad'];

// state: {now, online, secure, rosterAt, keys, offset, durable, persisted, free, waiting, oldest, battery: {level, charging} | null}
export function readiness(state) {
  const parts = [roster(state), keys(state), time(state), storage(state), queue(state), battery(state)].filter(Boolean);
  const level = worse[Math.max(...parts.map((part) => worse.indexOf(part.level)))];
  return { level, parts };
}

function roster({ secure, rosterAt, now, count }) {
  if (!secure) return part('insecure', 'bad');
  if (!rosterAt) return part('roster_missing', 'bad');
  const age = Math.max(0, Math.floor((now - rosterAt) / minutes));
  return part('roster', age < 10 ? 'good' : age < 120 ? 'warn' : 'bad', { age, count });
}

function keys({ keys: count }) {
  return count > 0 ? part('keys', 'good', { count }) : part('keys_missing', 'bad');
}

// Times are set right by the server's; a clock that is off by more spoils only what this device shows.
function time({ offset }) {
  if (offset === null) return part('clock_unknown', 'warn');
  const off = Math.round(Math.abs(offset) / minutes);
  return off < 2 ? part('clock', 'good') : part('clock_off', 'warn', { off });
}

function storage({ durable, persisted, free }) {
  if (!durable) return part('storage_refused', 'bad');
  if (free !== null && free < 20e6) return part('storage_full', 'warn', { free: Math.floor(free / 1e6) });
  return part(persisted ? 'storage' : 'storage_best_effort', 'good');
}

function queue({ waiting, oldest, now, durable }) {
  if (waiting === 0) return part('queue_empty', 'good');
  const age = Math.floor((now - oldest) / minutes);
  return part('queue', !durable ? 'bad' : age < 10 ? 'good' : 'warn', { count: waiting, age });
}

function battery({ battery: now }) {
  if (!now) return null;
  const percent = Math.round(now.level * 100);
  return part(now.charging ? 'battery_charging' : 'battery', now.charging || percent > 25 ? 'good' : percent > 10 ? 'warn' : 'bad', { percent });
}

function part(key, level, values = {}) {
  return { key, level, values };
}
