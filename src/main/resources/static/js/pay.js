// data-pay: the form that the provider's script draws for one payment. data-script is the script's address, data-key and data-secret
// open the payment to it, data-account names whose books it is in, data-back is where the buyer is told how it went.
// data-sets-up keeps the method and takes nothing.
// Where the form does not come, the words say so and the way to the provider's page stays. The form grows as it comes, and pushes that
// way down: a press that began on it counts though it moved away from under the finger.

const DECIDED_HERE = ['validation_error', 'api_connection_error', 'rate_limit_error'];
const STAYED = 10;

export async function start(box) {
  const part = (name) => box.querySelector(`[data-pay-${name}]`);
  const button = part('button').querySelector('button');
  part('loading').hidden = false;
  document.querySelectorAll('[data-pay-ways] button').forEach(keepPressed);
  try {
    await load(box.dataset.script);
    const form = draw(box, part('form'));
    await form.ready;
    part('button').hidden = false;
    button.addEventListener('click', () => pay(form, box, button, part));
  } catch {
    part('problem').hidden = false;
  } finally {
    part('loading').hidden = true;
  }
}

// Whoever moves the pointer away takes the press back, as everywhere. Of a press that the browser takes for a click as well the form's
// second submission is dropped.
function keepPressed(button) {
  let began = null;
  button.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    began = event;
    button.setPointerCapture(event.pointerId);
  });
  button.addEventListener('pointerup', (event) => {
    const stayed = began && Math.hypot(event.clientX - began.clientX, event.clientY - began.clientY) < STAYED;
    began = null;
    if (stayed && !button.contains(document.elementFromPoint(event.clientX, event.clientY))) button.form.requestSubmit(button);
  });
  button.addEventListener('pointercancel', () => { began = null; });
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

function draw(box, place) {
  const { key, account, secret } = box.dataset;
  const stripe = window.Stripe(key, account ? { stripeAccount: account } : {});
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'stripe';
  const elements = stripe.elements({ clientSecret: secret, locale: document.documentElement.lang, appearance: { theme } });
  const element = elements.create('payment');
  const ready = new Promise((resolve, reject) => {
    element.on('ready', resolve);
    element.on('loaderror', reject);
  });
  element.mount(place);
  return { stripe, elements, ready };
}

// What the bank decided is told by the page that asks it, never by the browser: a card that was declined is another attempt.
async function pay({ stripe, elements }, box, button, part) {
  button.disabled = true;
  part('problem').hidden = true;
  const confirm = box.dataset.setsUp === 'true' ? 'confirmSetup' : 'confirmPayment';
  const { error } = await stripe[confirm]({ elements, confirmParams: { return_url: box.dataset.back } });
  if (DECIDED_HERE.includes(error?.type)) {
    part('words').textContent = error.message;
    part('problem').hidden = false;
    button.disabled = false;
  } else {
    location.assign(box.dataset.back);
  }
}
