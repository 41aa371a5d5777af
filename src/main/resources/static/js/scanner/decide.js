// A verdict without asking anybody, in the order of docs/door-api.md. It lets in nobody whose code was not signed for this event.
import { flaw, isFor, read } from './code.js';
import { choose, isAt, isOnceInAll, isOpen, isUsed, same, takes } from './lists.js';
import { lookup, open } from './roster.js';

const byState = {
  pending_approval: 'not_approved',
  declined: 'not_approved',
  cancelled: 'cancelled',
  refunded: 'refunded',
  expired: 'outside_hours',
  forfeited: 'outside_hours',
};
const byFlaw = { stale_code: 'outside_hours', static_code: 'not_approved' };

// {verdict, ticket, firstSeen, hint, list}; `hint` names words of the scanner's own where the verdict alone would mislead.
// known: {event, timeZone, now, codes, verify, roster, seen(ticket, list), gate, gates, ticketTypes, addOnGates, lists, list, direction}
export async function decide(text, known) {
  const code = read(text);
  if (code.kind === 'typed') return { verdict: 'unknown', hint: code.valid ? 'typed_offline' : 'typed_wrong' };
  if (code.kind === 'foreign') return { verdict: 'forged' };
  const signature = await known.verify(code);
  if (signature !== 'genuine') return { verdict: 'forged', hint: signature === 'unknown_key' ? 'unknown_key' : undefined };
  if (!isFor(code, known.event)) return { verdict: 'wrong_event' };
  const entry = known.roster.get(await lookup(code));
  const about = entry?.payload ? await open(entry, code, known.event) : null;
  const isNewer = !entry || code.serial > entry.serial || (entry.payload && !about && code.serial === entry.serial);
  return isNewer ? unlisted(code, known) : listed(code, entry, about, known);
}

// Sold or passed on after the roster was fetched. What it lets its holder do is not known here.
function unlisted(code, known) {
  const { list } = choose(null, known);
  const seen = known.seen(code.ticket, list?.id);
  const answer = { id: code.ticket, list: list?.id };
  if (known.direction === 'out') return { ...answer, firstSeen: came(seen), leftAt: left(seen), verdict: isBoundHere(known) && (!list || isAt(list, known.gate)) ? 'admitted' : 'wrong_gate' };
  const hint = flaw(code, known.codes, known.now);
  if (hint) return { ...answer, verdict: byFlaw[hint], hint };
  if (isUsed(list, seen, known)) return { ...answer, verdict: 'already_in', firstSeen: seen, leftAt: left(seen) };
  const isLimited = known.ticketTypes.length > 0 || known.lists.some(({ ticketTypes, gates }) => ticketTypes.length > 0 && isAt({ gates }, known.gate));
  return isLimited ? { ...answer, verdict: 'unknown', hint: 'unlisted_limited' } : { ...answer, verdict: 'admitted', hint: 'unlisted' };
}

function listed(code, entry, about, known) {
  const chosen = choose(about, known);
  const seen = known.seen(code.ticket, chosen.list?.id);
  const isHere = about && (chosen.free ? fits(about, known) : chosen.list && counts(chosen.list, about, known));
  const answer = { id: code.ticket, ticket: about && ticket(code, entry, about), list: chosen.list?.id };
  const hint = known.direction !== 'out' && code.serial === entry.serial && flaw(code, known.codes, known.now);
  // whoever has come in wears a badge, whose code does not move
  const isBadge = hint === 'static_code' && entry.state === 'checked_in';
  if (hint && !isBadge) return { ...answer, verdict: byFlaw[hint], hint };
  const verdict = known.direction === 'out' ? leaving(isHere) : verdictOf(code, entry, isHere, { ...chosen, seen }, known);
  const why = verdict === 'outside_hours' && !byState[entry.state] ? { hint: 'list_closed' } : {};
  const tellsBefore = verdict === 'already_in' || known.direction === 'out';
  return { ...answer, ...why, verdict, firstSeen: tellsBefore ? first(about, seen) : null, leftAt: tellsBefore ? left(seen) : null };
}

// Nobody is held back for what became of their ticket, but an exit counts only where an entry would.
function leaving(isHere) {
  return isHere ? 'admitted' : 'wrong_gate';
}

function verdictOf(code, entry, isHere, { free, list, seen }, known) {
  if (code.serial < entry.serial) return 'transferred';
  if (byState[entry.state]) return byState[entry.state];
  if (entry.state === 'checked_in' && (free || (list && isOnceInAll(list)))) return 'already_in';
  if (!isHere) return 'wrong_gate';
  if (list && !isOpen(list, known.now)) return 'outside_hours';
  return isUsed(list, seen, known) ? 'already_in' : 'admitted';
}

// Without lists an add-on counts where the gate is called like it, and nothing else does there.
function fits(about, known) {
  const called = (name) => same(name, known.gate);
  return allows(about, known) && (about.a ? called(about.y) : !known.addOnGates.some(called));
}

function counts(list, about, known) {
  return isAt(list, known.gate) && takes(list, about) && allows(about, known);
}

// What the device itself is bound to.
function allows(about, known) {
  return isBoundHere(known) && (known.ticketTypes.length === 0 || known.ticketTypes.includes(about.t));
}

function isBoundHere({ gate, gates }) {
  return gates.length === 0 || gates.some((name) => same(name, gate));
}

function left(seen) {
  return seen?.left ? seen.moment : null;
}

function came(seen) {
  return seen?.at ? seen : null;
}

function first(about, seen) {
  if (seen?.at) return seen;
  if (!about?.f) return null;
  const [at, gate, device] = about.f;
  return { at, gate, device };
}

function ticket(code, entry, about) {
  return {
    id: code.ticket,
    holder: about.n,
    type: about.y,
    state: entry.state,
    position: about.p,
    of: about.o,
    seat: about.s,
    addOn: about.a === true,
    answers: about.q,
  };
}
