// Whether the server answers fast enough to wait for, and what this device learns from it. Falls back and comes back by itself.
import { merged } from './roster.js';

const patience = 400;
const often = 2000;
const seldom = 30000;

// state: {door, roster} as kept; learn saves them; revoked() once the server knows this device no longer
export function network({ server, clock, state, learn, changed, revoked, bySession }) {
  let up = true;
  let loggedOut = false;
  let flushing = async () => {};
  let timer;
  let checking;

  function set(now) {
    if (up === now) return;
    up = now;
    changed();
    plan();
  }

  function trouble(answer) {
    loggedOut ||= bySession && answer?.status === 401;
    set(false);
  }

  function plan(after = up ? seldom : often) {
    clearTimeout(timer);
    timer = setTimeout(check, after);
  }

  // One look at a time: the door, then what waits, then the roster.
  function check() {
    checking ??= look().finally(() => {
      checking = undefined;
      plan();
      changed();
    });
    return checking;
  }

  async function look() {
    const answer = await server.door(state.lastConflict);
    if (answer.status === 401 && bySession) return trouble(answer);
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
      await flushing();
      return revoked(answer);
    }
    if (!answer.ok) return set(false);
    loggedOut = false;
    clock.learn(answer.body.serverTime, answer.sentAt, answer.receivedAt);
    await learn({ door: { ...answer.body, at: clock.now(), offset: clock.offset } });
    set(answer.receivedAt - answer.sentAt <= patience);
    await flushing();
    await fetchRoster();
  }

  async function fetchRoster() {
    if (!globalThis.crypto?.subtle) return;
    const answer = await server.roster(state.roster?.cursor);
    if (!answer.ok) return;
    const roster = merged(state.roster, answer.body, clock.now());
    if (roster !== state.roster) await learn({ roster });
  }

  globalThis.addEventListener?.('offline', () => set(false));
  globalThis.addEventListener?.('online', check);

  return {
    get up() {
      return up;
    },
    get loggedOut() {
      return loggedOut;
    },
    trouble,
    flush: () => flushing().then(changed),
    flushWith: (flush) => (flushing = flush),
    check,
  };
}
