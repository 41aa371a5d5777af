// Says answers in the words of the page, as VerdictWords.java does.

export function speaker(root) {
  const all = new Map([...root.querySelectorAll('[data-word]')].map((word) => [word.dataset.word, word]));
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  const time = { timeZone: root.dataset.zone, hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const day = { timeZone: root.dataset.zone, weekday: 'short', day: 'numeric', month: 'short' };
  const write = (at, fields) => new Intl.DateTimeFormat(language, fields).format(at);

  const say = (key, values = {}) =>
    all.get(key).textContent.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const clock = (at) => write(at, time);
  const when = (at) => (write(at, day) === write(new Date(), day) ? clock(at) : write(at, { ...day, ...time }));

  function verdict({ result, refusal, signedOut }, scan) {
    if (signedOut) return { tone: 'warn', title: say('signed_out'), detail: say('signed_out_line') };
    if (refusal) return { tone: 'bad', title: say('refused'), detail: refusal };
    if (!result) return { tone: 'warn', title: say('trouble'), detail: say('trouble_line') };
    const good = result.verdict === 'admitted';
    const key = good && scan.dryRun ? 'admitted_dry' : result.verdict;
    const name = result.ticket?.holder.split(/\s+/)[0] ?? '';
    return { tone: all.get(key).dataset.tone, title: say(key, { name }), line: whose(result.ticket), detail: detail(result, scan) };
  }

  function whose(ticket) {
    if (!ticket) return '';
    const position = ticket.of > 1 ? [say('position', { n: ticket.position, of: ticket.of })] : [];
    const kind = ticket.addOn ? say('add_on', { type: ticket.type }) : ticket.type;
    return [ticket.holder, kind, ...position].join(' · ');
  }

  function detail({ verdict, ticket, firstSeen }, scan) {
    if (firstSeen) return say('first', { ...firstSeen, when: when(new Date(firstSeen.at)) });
    if (verdict === 'wrong_gate' && ticket?.addOn) return say('add_on_gate', { type: ticket.type });
    if (verdict !== 'admitted') return say(`hint.${verdict}`);
    return scan.dryRun ? '' : say('now', { when: clock(new Date()) });
  }

  return { say, clock, verdict };
}
