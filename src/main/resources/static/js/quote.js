// Asks what the form's cart costs, whenever something in it changes, and shows the answer in place:
//   <form> … <div data-quote="/events/x/quotes" aria-live="polite"></div> </form>
// The last question wins: an answer that comes after a newer question is dropped. What is wrong with a code is said at its
// field; while a number can't be bought, its field says so, and nothing is asked.

export function start(place) {
  const form = place.closest('form');
  let timer;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    if (form.querySelector('[data-stepper] input:invalid')) {
      place.replaceChildren();
      return;
    }
    const answer = await fetch(place.dataset.quote, {
      method: 'POST',
      headers: { 'HX-Request': 'true' },
      body: new URLSearchParams(new FormData(form)),
    }).catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    place.innerHTML = await answer.text();
    tellAtCode(form, place.querySelector('[data-at-code]'));
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 300);
  });
  addEventListener('pageshow', ask);
  ask();
}

function tellAtCode(form, words) {
  const input = form.elements.namedItem('code');
  const field = input?.closest('.field');
  if (!field) return;
  field.querySelectorAll('.error').forEach((old) => old.remove());
  field.classList.toggle('field-error', words !== null);
  if (words === null) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
    return;
  }
  words.id = 'code-error';
  words.setAttribute('role', 'status');
  field.append(words);
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', words.id);
}
