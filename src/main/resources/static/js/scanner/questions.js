// What an event asks whoever buys at the gate, as fields, and what was answered in them.
import { field } from './counter.js';

const inputs = { short_text: {}, number: { inputMode: 'decimal' }, date: { type: 'date' }, long_text: { tag: 'textarea', rows: 2 } };

// Draws them, and leaves those as they are that are there already.
export function asked({ parent, questions, tickets, words }) {
  const wanted = questions.flatMap((question) =>
    question.perTicket ? Array.from({ length: tickets }, (_, i) => ({ ...question, ticket: i + 1 })) : [{ ...question, ticket: 0 }],
  );
  const there = new Map([...parent.children].map((one) => [one.dataset.question, one]));
  parent.replaceChildren(...wanted.map((question) => there.get(`${question.id} ${question.ticket}`) ?? drawn(question, words)));
}

// [{question, ticket, value}] of those that say something.
asked.read = (parent) =>
  [...parent.children].flatMap((one) => {
    const [question, ticket] = one.dataset.question.split(' ');
    const input = one.querySelector('input, select, textarea');
    const value = input.multiple ? [...input.selectedOptions].map((option) => option.value) : [input.value.trim()].filter(Boolean);
    return value.length > 0 ? [{ question, ticket: Number(ticket) || null, value }] : [];
  });

function drawn({ id, label, hint, kind, required, options, ticket }, words) {
  const name = `answers.${id}.${ticket}`;
  const said = ticket > 0 ? words.say('sell_ticket', { n: ticket, question: label }) : label;
  const box = field(name, said, { tag: options.length > 0 || kind === 'yes_no' ? 'select' : 'input', ...inputs[kind], title: hint, required });
  const select = box.querySelector('select');
  if (select) {
    select.multiple = kind === 'several_choices';
    const choices = kind === 'yes_no' ? [['yes', words.say('yes')], ['no', words.say('no')]] : options.map((option) => [option, option]);
    if (!select.multiple) select.add(new Option('', ''));
    choices.forEach(([value, text]) => select.add(new Option(text, value)));
  }
  box.dataset.question = `${id} ${ticket}`;
  return box;
}
