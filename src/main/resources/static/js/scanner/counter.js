// The box office on this device, where it may sell. The server alone sells, so it needs the network.
import { passes } from './api.js';
import { asked } from './questions.js';
import { element } from './screen.js';

// scan(code) lets in whoever just bought
export function counter({ view, words, server, store, scan }) {
  const panel = view.one('counter');
  const form = view.one('counter-form');
  const fields = form.elements.namedItem('all');
  const button = form.querySelector('button');
  const { types, total, problem, sold, papers, questions } = Object.fromEntries(
    ['types', 'total', 'problem', 'sold', 'papers', 'questions'].map((name) => [name, view.one(`counter-${name}`)]),
  );
  let offer;
  let turn = 0;
  // from before it is sent until the clerk goes on, also through a reload: {key, body, digits, what, at, answer}
  let sale;

  const value = (name) => form.elements.namedItem(name)?.value.trim() ?? '';

  // ---- what is on sale

  async function open() {
    const answer = await server.offer(value('sell_code'));
    if (!answer.ok) return say(refusals(answer));
    offer = answer.body;
    say(offer.types.length === 0 ? words.say('sell_none') : '');
    const elsewhere = offer.elsewhere.length > 0 ? [element('p', words.say('sell_elsewhere', { names: offer.elsewhere.join(', ') }))] : [];
    types.replaceChildren(...offer.types.flatMap(wanted), ...elsewhere);
    ask();
    quote();
  }

  function wanted({ id, name, price, minimum, left, maxPerOrder }) {
    const label = words.say('sell_left', { name, price: shown(price, offer.digits), left });
    const many = field(`quantity.${id}`, label, { type: 'number', min: 0, max: Math.min(left, maxPerOrder), inputMode: 'numeric' });
    return minimum ? [many, field(`price.${id}`, words.say('sell_price', { name }), { inputMode: 'decimal', value: plain(price) })] : [many];
  }

  function chosen() {
    return (offer?.types ?? []).flatMap(({ id, minimum, price }) => {
      const quantity = Number(value(`quantity.${id}`));
      if (!quantity) return [];
      return [{ ticketType: id, quantity, price: minimum ? amount(value(`price.${id}`), price.currency) : null }];
    });
  }

  function tickets() {
    return chosen().reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0);
  }

  // Who comes with each of several tickets, and what the event asks.
  function ask() {
    const names = tickets() > 1 ? [{ id: 'name', label: words.say('sell_guest'), kind: 'short_text', perTicket: true, options: [] }] : [];
    asked({ parent: questions, questions: [...names, ...offer.questions], tickets: Math.min(tickets(), 50), words });
  }

  async function quote() {
    const mine = ++turn;
    total.textContent = '';
    const items = chosen();
    if (items.length === 0) return;
    const answer = await server.quote({ items, code: value('sell_code') });
    if (mine !== turn) return;
    if (answer.ok) total.textContent = [...answer.body.bill.steps.map(({ label, amount: part }) => `${label} ${part}`), words.say('sell_total', { total: answer.body.bill.total })].join(' · ');
    say(answer.ok ? '' : refusals(answer));
  }

  // ---- the sale

  async function sell() {
    // a server that is slow is waited for: here nobody stands in a queue of scans
    if (!navigator.onLine) return say(words.say('sell_offline'));
    // at once: who taps twice sells once
    button.disabled = true;
    try {
      await sellOnce();
    } finally {
      button.disabled = false;
    }
  }

  async function sellOnce() {
    const kept = await store.get('sale');
    // that of another page of this device comes first
    if (!sale && kept && !kept.answer) return resume(kept);
    sale ??= made();
    if (!sale) return;
    // kept before it is sent: whatever becomes of this page, it can be asked for
    await store.put('sale', sale);
    const answer = await server.sell(sale.body, sale.key);
    const unknown = isLost(answer) || isUnderWay(answer) || (fields.disabled && isOpen(answer));
    if (unknown) return lost(words.say('sell_lost'));
    const { items } = sale.body;
    sale = answer.ok ? { ...sale, answer: answer.body } : undefined;
    await store.put('sale', sale ?? null);
    if (sale) return told();
    await unlocked();
    say(refusals(answer));
    mark(answer.body?.errors ?? [], items);
  }

  // Nothing where something is missing.
  function made() {
    const items = chosen();
    if (items.length === 0) return say(words.say('sell_choose'));
    const given = value('sell_given') ? amount(value('sell_given'), offer.types[0].price.currency) : null;
    if ([given, ...items.map(({ price }) => price)].some((money) => Number.isNaN(money?.amount))) return say(words.say('sell_amount'));
    const said = asked.read(questions);
    const names = new Map(said.filter(({ question }) => question === 'name').map(({ ticket, value: [name] }) => [ticket, name]));
    const attendees = names.size > 0 ? Array.from({ length: tickets() }, (_, i) => ({ name: names.get(i + 1) ?? '' })) : null;
    const body = { items, given, attendees, answers: said.filter(({ question }) => question !== 'name') };
    for (const name of ['code', 'name', 'email', 'method', 'note']) body[name] = value(`sell_${name}`);
    const all = items.map(({ ticketType, quantity }) => `${quantity} × ${offer.types.find(({ id }) => id === ticketType).name}`);
    return { key: crypto.randomUUID(), body, digits: offer.digits, what: [...all, total.textContent].filter(Boolean).join(' · '), at: Date.now() };
  }

  // It may have been sold: what was said stays as it is, until the server tells.
  function lost(why) {
    fields.disabled = true;
    button.textContent = words.say('sell_again');
    say(why);
  }

  async function unlocked() {
    fields.disabled = fields.hidden = false;
    button.textContent = words.say('sell_go');
    if (!offer) await open();
  }

  // A sale of before a reload.
  function resume(kept) {
    sale = kept ?? undefined;
    if (!sale) return;
    panel.hidden = false;
    panel.open = true;
    if (sale.answer) return told();
    fields.hidden = true;
    lost(words.say('sell_open', { what: sale.what, when: words.clock(new Date(sale.at)) }));
  }

  function told() {
    const { digits, answer, body } = sale;
    say('');
    mark([]);
    form.hidden = true;
    papers.hidden = false;
    const { order, total: paid, change, token } = answer;
    const lines = [words.say('sell_sold', { order, total: shown(paid, digits) }), change?.amount > 0 && words.say('sell_change', { change: shown(change, digits) })];
    sold.textContent = lines.filter(Boolean).join(' · ');
    papers.querySelectorAll('[data-paper]').forEach((link) => (link.href = `/orders/${token}/${link.dataset.paper}`));
    papers.querySelector('ul').replaceChildren(...answer.tickets.map((ticket) => admit(ticket, Boolean(body.attendees))));
  }

  function admit({ position, type, seat, holder, code }, named) {
    const go = element('button', words.say('sell_admit', { who: [position, named && holder, type, seat].filter(Boolean).join(' · ') }));
    go.type = 'button';
    go.className = 'btn';
    go.addEventListener('click', () => {
      go.disabled = true;
      scan(code);
    });
    const line = element('li', '');
    line.append(go);
    return line;
  }

  async function next() {
    sale = undefined;
    await store.put('sale', null);
    papers.hidden = true;
    form.hidden = false;
    form.reset();
    const before = offer;
    await unlocked();
    // what is left has changed
    if (before) await open();
  }

  // ---- money and words

  function shown({ amount: minor, currency }, digits) {
    const how = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(words.language, how).format(minor / 10 ** digits);
  }

  function plain({ amount: minor }) {
    return (minor / 10 ** offer.digits).toFixed(offer.digits);
  }

  function amount(typed, currency) {
    return { amount: Math.round(Number(typed.replace(',', '.') || NaN) * 10 ** offer.digits), currency };
  }

  function refusals({ status, body }) {
    if (status === 0) return words.say('sell_offline');
    return (body?.errors ?? []).map(({ detail }) => detail).join(' ') || (body?.detail ?? words.say('refused'));
  }

  // Leads to the field that is wrong.
  function mark(errors, items) {
    form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
    const wrong = errors.map(({ field: path }) => form.elements.namedItem(nameOf(path, items))).filter(Boolean);
    wrong.forEach((input) => input.setAttribute('aria-invalid', 'true'));
    wrong[0]?.focus();
  }

  function say(text) {
    problem.textContent = text;
  }

  panel.addEventListener('toggle', () => panel.open && !sale && open());
  form.addEventListener('change', ({ target }) => {
    target.removeAttribute('aria-invalid');
    if (target.name === 'sell_code') return open();
    if (/^answers\./.test(target.name)) return asked.concern(questions, offer.questions);
    if (!/^(quantity|price)\./.test(target.name)) return;
    ask();
    quote();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.disabled) sell();
  });
  view.one('counter-next').addEventListener('click', next);

  store.get('sale').then(resume);

  return {
    allow: (may) => (panel.hidden = !may && !sale),
    // whether nobody knows yet what became of a sale
    open: () => Boolean(sale && !sale.answer),
  };
}

function isLost({ status }) {
  return status === 0 || status >= 500;
}

// Whether this leaves open what became of a sale whose answer was lost: who may not ask any more has no answer. Other conflicts are answers.
function isOpen(answer) {
  return [401, 403, 404].includes(answer.status) || passes(answer);
}

// Whoever asked first, another page say, is not answered yet.
function isUnderWay({ body }) {
  return body?.code === 'idempotency_under_way';
}

// The input of a field that the server speaks of.
function nameOf(path, items) {
  const [, item, part] = path.match(/^items\[(\d+)\]\.(\w+)/) ?? [];
  if (item) return `${part === 'price' ? part : 'quantity'}.${items[item]?.ticketType}`;
  const [, guest] = path.match(/^attendees\[(\d+)\]/) ?? [];
  if (guest) return `answers.name.${Number(guest) + 1}`;
  if (path.startsWith('answers.')) return path.split('.').length > 2 ? path : `${path}.0`;
  return `sell_${path.replace('buyer.', '')}`;
}

// A labelled input. @param about properties of the input
export function field(name, label, about) {
  const box = element('div', '');
  box.className = 'field';
  const input = Object.assign(document.createElement(about.tag ?? 'input'), { className: 'input', autocomplete: 'off', name, id: `counter-${name}`, ...about });
  const text = element('label', label);
  text.htmlFor = input.id;
  box.append(text, input);
  return box;
}
