// The box office on this device, where it may sell. The server alone sells, so it needs the network.
import { passes } from './api.js';
import { asked } from './questions.js';
import { element } from './screen.js';

// scan(code) lets in whoever just bought
export function counter({ view, words, server, scan }) {
  const panel = view.one('counter');
  const form = view.one('counter-form');
  const fields = form.elements.namedItem('all');
  const button = form.querySelector('button');
  const { types, total, problem, sold, papers, questions } = Object.fromEntries(
    ['types', 'total', 'problem', 'sold', 'papers', 'questions'].map((name) => [name, view.one(`counter-${name}`)]),
  );
  let offer;
  let turn = 0;
  let key;

  const value = (name) => form.elements.namedItem(name)?.value.trim() ?? '';

  // ---- what is on sale

  async function open() {
    const answer = await server.offer(value('sell_code'));
    if (!answer.ok) return say(refusals(answer));
    offer = answer.body;
    say(offer.types.length === 0 ? words.say('sell_none') : '');
    types.replaceChildren(...offer.types.flatMap(wanted));
    ask();
    quote();
  }

  function wanted({ id, name, price, minimum, left, maxPerOrder }) {
    const label = words.say('sell_left', { name, price: shown(price), left });
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

  // What the event asks, each ticket's own questions as often as there are tickets.
  function ask() {
    const tickets = chosen().reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0);
    asked({ parent: questions, questions: offer.questions, tickets: Math.min(tickets, 50), words });
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
    const items = chosen();
    if (items.length === 0) return say(words.say('sell_choose'));
    const given = value('sell_given') ? amount(value('sell_given'), offer.types[0].price.currency) : null;
    if ([given, ...items.map(({ price }) => price)].some((money) => Number.isNaN(money?.amount))) return say(words.say('sell_amount'));
    key ??= crypto.randomUUID();
    const sale = { items, given, answers: asked.read(questions) };
    for (const name of ['code', 'name', 'email', 'method', 'note']) sale[name] = value(`sell_${name}`);
    button.disabled = true;
    const answer = await server.sell(sale, key);
    button.disabled = false;
    // it may have been sold: what was said stays as it is, until the server tells
    fields.disabled = isLost(answer) || (fields.disabled && isOpen(answer));
    button.textContent = words.say(fields.disabled ? 'sell_again' : 'sell_go');
    if (fields.disabled) return say(words.say('sell_lost'));
    key = undefined;
    return answer.ok ? told(answer.body) : say(refusals(answer));
  }

  function told({ order, total: paid, change, tickets, token }) {
    say('');
    form.hidden = true;
    papers.hidden = false;
    const lines = [words.say('sell_sold', { order, total: shown(paid) }), change?.amount > 0 && words.say('sell_change', { change: shown(change) })];
    sold.textContent = lines.filter(Boolean).join(' · ');
    papers.querySelectorAll('[data-paper]').forEach((link) => (link.href = `/orders/${token}/${link.dataset.paper}`));
    papers.querySelector('ul').replaceChildren(...tickets.map(admit));
  }

  function admit({ position, type, code }) {
    const go = element('button', words.say('sell_admit', { who: `${position} · ${type}` }));
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

  function next() {
    papers.hidden = true;
    form.hidden = false;
    form.reset();
    open();
  }

  // ---- money and words

  function digits() {
    return { minimumFractionDigits: offer.digits, maximumFractionDigits: offer.digits };
  }

  function shown({ amount: minor, currency }) {
    return new Intl.NumberFormat(words.language, { style: 'currency', currency, ...digits() }).format(minor / 10 ** offer.digits);
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

  function say(text) {
    problem.textContent = text;
  }

  panel.addEventListener('toggle', () => panel.open && !fields.disabled && !form.hidden && open());
  form.addEventListener('change', ({ target }) => {
    if (target.name === 'sell_code') return open();
    if (!/^(quantity|price)\./.test(target.name)) return;
    ask();
    quote();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.disabled) sell();
  });
  view.one('counter-next').addEventListener('click', next);

  return { allow: (may) => (panel.hidden = !may) };
}

function isLost({ status }) {
  return status === 0 || status >= 500;
}

// Whether this leaves open what became of a sale whose answer was lost. Other conflicts are answers to the sale.
function isOpen(answer) {
  return answer.status === 401 || passes(answer) || answer.body?.code === 'idempotency_under_way';
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
