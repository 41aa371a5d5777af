// Asks what the form's cart costs, whenever something in it changes, and shows the answer in place:
//   <form> … <div data-quote="/events/x/quotes" aria-live="polite"></div> </form>
// The last question wins: an answer that comes after a newer question is dropped.

export function start(place) {
  const form = place.closest('form');
  let timer;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const answer = await fetch(place.dataset.quote, {
      method: 'POST',
      headers: { 'HX-Request': 'true' },
      body: new URLSearchParams(new FormData(form)),
    }).catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    place.innerHTML = await answer.text();
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 300);
  });
  addEventListener('pageshow', ask);
  ask();
}
