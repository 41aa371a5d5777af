// Says answers in the words of the page, as VerdictWords.java does.

export function speaker(root) {
  const all = new Map([...root.querySelectorAll('[data-word]')].map((word) => [word.dataset.word, word]));
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  let zone = root.dataset.zone || undefined;
  let now = () => Date.now();
  const write = (at, fields) => new Intl.DateTimeFormat(language, { timeZone: zone, ...fields }).format(at);
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const day = { weekday: 'short', day: 'numeric', month: 'short' };

  const say = (key, values = {}) =>
    all.get(key).textContent.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const clock = (at) => write(at, time);
  const when = (at) => (write(at, day) === write(now(), day) ? clock(at) : write(at, { ...day, ...time }));
  const named = (key, holder) => say(key, { name: holder?.split(/\s+/)[0] ?? '' }).replace(/,\s*$/, '');

  // What a gate sees: {tone, title, line, detail, note, answers}
  function verdict({ row, answer, late }) {
    if (answer.refused || !(answer.waiting || all.has(answer.verdict))) return refusal(answer);
    if (answer.waiting) return { tone: 'warn', title: say('trouble'), detail: say(answer.hint === 'typed_offline' ? 'hint.typed_offline' : 'trouble_line') };
    return {
      tone: isOdd(answer, row) ? 'warn' : all.get(answer.verdict).dataset.tone,
      title: title(answer, row),
      line: whose(answer.ticket),
      detail: detail(answer, row),
      note: answer.provisional ? say('provisional') : late ? say('late') : '',
      answers: answer.ticket?.answers ?? [],
    };
  }

  function refusal({ refused, code, words }) {
    if (code === 'device_revoked') return { tone: 'bad', title: say('device_revoked'), detail: say('hint.device_revoked') };
    if (refused === 401) return { tone: 'warn', title: say('signed_out'), detail: say('signed_out_line') };
    return { tone: 'bad', title: say('refused'), detail: words ?? say('refused_line') };
  }

  // Let out without having come in, or twice: as likely as not the direction is set wrongly. Without a server this device tells it
  // of those alone whom it knows.
  function neverIn({ verdict, firstSeen, ticket, provisional }, { direction, told }) {
    const knows = !provisional && !told ? true : ticket && ticket.state !== 'checked_in';
    return direction === 'out' && verdict === 'admitted' && !firstSeen && Boolean(knows);
  }

  function isOdd(answer, row) {
    return neverIn(answer, row) || (row.direction === 'out' && answer.verdict === 'admitted' && Boolean(answer.leftAt));
  }

  function title(answer, row) {
    const { verdict, ticket, leftAt, reason, hint = reason } = answer;
    if (all.has(`flaw.${hint}`)) return say(`flaw.${hint}`);
    if (verdict === 'already_in' && leftAt) return say('left');
    if (verdict !== 'admitted') return say(verdict);
    if (neverIn(answer, row)) return say('never_in');
    if (row.dryRun) return say('admitted_dry');
    return named(row.direction === 'out' ? 'admitted_out' : 'admitted', ticket?.holder);
  }

  function whose(ticket) {
    if (!ticket) return '';
    const position = ticket.of > 1 ? [say('position', { n: ticket.position, of: ticket.of })] : [];
    const kind = ticket.addOn ? say('add_on', { type: ticket.type }) : ticket.type;
    return [ticket.holder, kind, seat(ticket.seat), ...position].filter(Boolean).join(' · ');
  }

  function seat(place) {
    return place && typeof place === 'object' ? say('seat', place) : place;
  }

  function detail(answer, row) {
    const { verdict, ticket, firstSeen, leftAt, reason, hint = reason } = answer;
    const leaves = verdict === 'admitted' && row.direction === 'out';
    if (hint) return say(`hint.${hint}`);
    if (leftAt && (leaves || verdict === 'already_in')) return say(leaves ? 'left_again' : 'left_line', { when: when(new Date(leftAt)) });
    if (leaves) return neverIn(answer, row) ? say('never_in_line') : '';
    if (firstSeen) return say('first', { ...firstSeen, when: when(new Date(firstSeen.at)) });
    if (verdict === 'wrong_gate' && ticket?.addOn) return say('add_on_gate', { type: ticket.type });
    if (verdict !== 'admitted') return say(`hint.${verdict}`);
    return row.dryRun ? '' : say('now', { when: clock(now()) });
  }

  // A conflict in one sentence, and its scans in one line each.
  function conflict({ kind, ticket, scans }) {
    const name = ticket?.holder ?? say('nobody');
    const told = scans[0] ? say(scans[0].verdict, { name: '' }).replace(/,\s*$/, '') : '';
    return {
      title: say(`conflict.${kind}`, { name, verdict: told }),
      scans: scans.map((scan) => say('conflict_scan', { ...scan, when: when(new Date(scan.at)) })),
    };
  }

  return { say, language, clock, verdict, conflict, inZone: (name) => (zone = name), byClock: (right) => (now = right) };
}
