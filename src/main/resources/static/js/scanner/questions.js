// What an event asks whoever buys at the gate, as fields, and what was answered in them.
import { field } from './counter.js';

const inputs = { number: { inputMode: 'decimal' }, date: { type: 'date' }, email: { type: 'email' }, phone: { type: 'tel' }, long_text: { tag: 'textarea', rows: 2 } };

// Draws them, and leaves those as they are that are there already.
export function asked({ parent, questions, tickets, words }) {
  const wanted = questions.flatMap((question) =>
    question.perTicket ? Array.from({ length: tickets }, (_, i) => ({ ...question, ticket: i + 1 })) : [{ ...question, ticket: 0 }],
  );
  const there = new Map([...parent.children].map((one) => [one.dataset.question, one]));
  parent.replaceChildren(...wanted.map((question) => there.get(`${question.id} ${question.ticket}`) ?? drawn(question, words)));
  asked.concern(parent, questions);
}

// Some are for those alone who answered another one in a certain way.
asked.concern = (parent, questions) => {
  const said = asked.read(parent, [...parent.children]);
  const concerns = ({ onlyIf }, ticket) => {
    const other = onlyIf && questions.find(({ id }) => id === onlyIf.question);
    if (!other) return true;
    const place = other.perTicket ? ticket : null;
    const words = said.find((one) => one.question === other.id && one.ticket === place)?.value ?? [];
    return words.some((word) => onlyIf.any.includes(word)) && concerns(other, place);
  };
  for (const one of parent.children) {
    const [question, ticket] = one.dataset.question.split(' ');
    const known = questions.find(({ id }) => id === question);
    one.hidden = Boolean(known) && !concerns(known, Number(ticket) || null);
  }
};

// [{question, ticket, value}] of those that say something.
asked.read = (parent, all = [...parent.children].filter((one) => !one.hidden)) =>
  all.flatMap((one) => {
    const [question, ticket] = one.dataset.question.split(' ');
    const input = one.querySelector('input, select, textarea');
    const value = input.multiple ? [...input.selectedOptions].map((option) => option.value) : [input.value.trim()].filter(Boolean);
    return value.length > 0 ? [{ question, ticket: Number(ticket) || null, value }] : [];
  });

function drawn({ id, label, hint, kind, required, options, ticket }, words) {
  const name = `answers.${id}.${ticket}`;
  const said = ticket > 0 ? words.say('sell_ticket', { n: ticket, question: label }) : label;
  const box = field(name, said, { tag: options.length > 0 || kind === 'yes_no' ? 'select' : 'input', ...inputs[kind], title: hint ?? '', required: Boolean(required) });
  const select = box.querySelector('select');
  if (select) {
    select.multiple = kind === 'several_choices';
    const choices = kind === 'yes_no' ? [['yes', words.say('yes')], ['no', words.say('no')]] : options.map((option) => [option, option]);
    if (!select.multiple) select.add(new Option('', ''));
    choices.forEach(([value, text]) => select.add(new Option(text, value)));
  }
  if (hint) box.append(Object.assign(document.createElement('p'), { className: 'small', textContent: hint }));
  box.dataset.question = `${id} ${ticket}`;
  return box;
}
