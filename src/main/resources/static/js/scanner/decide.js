// A verdict without asking anybody, in the order of docs/door-api.md. It lets in nobody whose code was not signed for this event.
import { isFor, read } from './code.js';
import { lookup, open } from './roster.js';

const byState = {
  pending_approval: 'not_approved',
  declined: 'not_approved',
  cancelled: 'cancelled',
  refunded: 'refunded',
  expired: 'outside_hours',
  forfeited: 'outside_hours',
};

// {verdict, ticket, firstSeen, hint}; `hint` names words of the scanner's own where the verdict alone would mislead.
// known: {event, verify, roster, seen, gate, gates, ticketTypes, addOnGates, direction}
export async function decide(text, known) {
  const code = read(text);
  if (code.kind === 'typed') return { verdict: 'unknown', hint: code.valid ? 'typed_offline' : 'typed_wrong' };
  if (code.kind === 'foreign') return { verdict: 'forged' };
  const signature = await known.verify(code);
  if (signature !== 'genuine') return { verdict: 'forged', hint: signature === 'unknown_key' ? 'unknown_key' : undefined };
  if (!isFor(code, known.event)) return { verdict: 'wrong_event' };
  const entry = known.roster.get(await lookup(code));
  if (!entry || code.serial > entry.serial) return unlisted(code, known);
  if (code.serial < entry.serial) return { verdict: 'transferred', id: code.ticket };
  const about = entry.payload ? await open(entry.payload, code, known.event) : null;
  return listed(code, entry, about, known);
}

// Sold or passed on after the roster was fetched. What it lets its holder do is not known here.
function unlisted(code, known) {
  const seen = known.seen(code.ticket);
  if (seen && known.direction !== 'out') return { verdict: 'already_in', id: code.ticket, firstSeen: seen };
  if (known.ticketTypes.length > 0) return { verdict: 'unknown', id: code.ticket, hint: 'unlisted_limited' };
  return { verdict: 'admitted', id: code.ticket, hint: 'unlisted' };
}

function listed(code, entry, about, known) {
  const answer = { id: code.ticket, ticket: about && ticket(code, entry, about) };
  const verdict = verdictOf(entry, about, known.seen(code.ticket), known);
  return { ...answer, verdict, firstSeen: verdict === 'already_in' ? first(about, known.seen(code.ticket)) : null };
}

function verdictOf(entry, about, seen, known) {
  const leaving = known.direction === 'out';
  if (byState[entry.state]) return byState[entry.state];
  if (entry.state === 'checked_in' && !leaving && !seen?.left) return 'already_in';
  if (entry.payload === null) return 'wrong_gate';
  if (about && !fits(about, known)) return 'wrong_gate';
  if (seen && !seen.left && !leaving) return 'already_in';
  return 'admitted';
}

// An add-on counts where the gate is called like it, and nothing else does there.
function fits(about, { gate, addOnGates, ticketTypes }) {
  if (ticketTypes.length > 0 && !ticketTypes.includes(about.t)) return false;
  const called = (name) => same(name, gate);
  return about.a ? called(about.y) : !addOnGates.some(called);
}

function same(one, other) {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function first(about, seen) {
  if (seen && !seen.left) return seen;
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
  };
}
