// Check-in lists, as the server goes by them (ListChoice.java, ListEntry.java), with what this device knows of them.

// Which list a scan goes by: {free: true} without any, {list: null} where the gate's lists take no such ticket.
// @param about {t: ticket type, a: whether it is an add-on}, or null where nothing is known of the ticket
export function choose(about, { lists, list: named, gate }) {
  if (named) return { list: lists.find(({ id }) => id === named) ?? null };
  const here = lists.filter((list) => list.kind === 'admission' && isAt(list, gate));
  const isNamed = about === null || lists.some((list) => takes(list, about));
  if (here.length === 0 || (about?.a && !isNamed)) return { free: true };
  return { list: here.find((list) => about === null || takes(list, about)) ?? null };
}

export function isAt(list, gate) {
  return list.gates.length === 0 || list.gates.some((own) => same(own, gate));
}

export function takes(list, about) {
  return list.ticketTypes.length === 0 ? !about.a : list.ticketTypes.includes(about.t);
}

export function isOpen({ opensAt, closesAt }, now) {
  return (!opensAt || now >= Date.parse(opensAt)) && (!closesAt || now < Date.parse(closesAt));
}

// Whether a ticket's right to come in is used up. @param seen {at: the last time it came in, left}, or undefined
export function isUsed(list, seen, { now, timeZone }) {
  if (!seen?.at) return false;
  if (list?.rule === 're_entry') return !seen.left;
  if (list?.rule === 'once_a_day') return day(Date.parse(seen.at), timeZone) === day(now, timeZone);
  return true;
}

// Who is checked in came by an admission that counts once; other lists have rights of their own.
export function isOnceInAll(list) {
  return !list || (list.rule === 'once' && list.kind === 'admission');
}

export function same(one, other) {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function day(at, timeZone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}
