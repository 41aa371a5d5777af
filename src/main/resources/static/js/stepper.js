// Number inputs with a button on either side. A form with data-total-for="currency locale" also keeps a running total:
//   <form data-total data-currency="EUR" data-digits="2" data-limit="10"> … <output data-total-amount> <span data-total-count>
// Each input carries data-price in minor units. Without scripts the inputs are plain number inputs.
// What is typed stays as it is; where it is too much, or no number to buy, the sentence after the stepper says so.

export function start(stepper) {
  const input = stepper.querySelector('input');
  const [less, more] = stepper.querySelectorAll('button');
  const step = (by) => {
    input.value = clamp(input, Number(input.value || 0) + by);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  less.addEventListener('click', () => step(-1));
  more.addEventListener('click', () => step(1));
  const refresh = () => {
    less.disabled = Number(input.value) <= Number(input.min || 0);
    more.disabled = input.max !== '' && Number(input.value) >= Number(input.max);
  };
  const why = stepper.nextElementSibling;
  const judge = () => {
    const { rangeOverflow, rangeUnderflow, stepMismatch, badInput } = input.validity;
    const { most, range } = stepper.dataset;
    const words = rangeOverflow ? most : rangeUnderflow || stepMismatch || badInput ? range : '';
    input.setCustomValidity(words);
    input.setAttribute('aria-invalid', words !== '');
    why.textContent = words;
  };
  input.addEventListener('input', () => { judge(); refresh(); });
  input.addEventListener('change', () => { if (input.value === '' && !input.validity.badInput) step(0); });
  addEventListener('pageshow', () => input.value !== input.defaultValue && judge());
  if (Number(input.value) > Number(input.max)) judge();
  refresh();
  stepper.dataset.ready = '';
  const form = input.form;
  if (form?.matches('[data-total]')) {
    input.addEventListener('input', () => total(form));
    addEventListener('pageshow', () => { refresh(); total(form); });
    total(form);
  }
}

function clamp(input, value) {
  const highest = input.max === '' ? Infinity : Number(input.max);
  return Math.min(highest, Math.max(Number(input.min || 0), Math.trunc(value) || 0));
}

function total(form) {
  let count = 0;
  let minor = 0;
  const inputs = [...form.querySelectorAll('[data-stepper] input')];
  const wrong = inputs.some((input) => !input.validity.valid);
  for (const input of inputs.filter((one) => one.validity.valid)) {
    count += Number(input.value || 0);
    minor += Number(input.value || 0) * Number(input.dataset.price || 0);
  }
  const amount = form.querySelector('[data-total-amount]');
  if (amount) amount.textContent = money(minor, form.dataset);
  const button = form.querySelector('[data-total-button]');
  if (!button) return;
  button.disabled = wrong || count === 0;
  const words = button.dataset;
  button.textContent = button.disabled ? words.none : count === 1 ? words.one : words.many.replace('{count}', count);
}

function money(minor, { currency, digits, free }) {
  if (minor === 0 && free) return free;
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 10 ** Number(digits ?? 2));
}
