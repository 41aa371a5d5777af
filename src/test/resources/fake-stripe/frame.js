// Inside the frame: knows the card, asks the fake, and tells the page around it no more than Stripe would.
(() => {
  const options = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}');
  const payment = new URLSearchParams(location.search).get('kind') === 'payment';
  const form = document.getElementById('card');
  const field = (name) => form.elements[name];
  const bare = () => field('number').value.replace(/[ -]/g, '');
  const say = (message) => parent.postMessage(message, '*');
  const problem = (text) => { document.getElementById('problem').textContent = text ?? ''; };
  const isDebit = () => /^[A-Za-z]{2}/.test(bare());
  const isComplete = () => isDebit() || (/^\d{14,19}$/.test(bare()) && /^\d\d? ?\/ ?\d\d$/.test(field('expiry').value.trim()) && /^\d{3,4}$/.test(field('cvc').value.trim()));

  if (options.theme === 'night') document.documentElement.style.colorScheme = 'dark';
  else if (options.theme) document.documentElement.style.colorScheme = 'light';

  const incomplete = () => ({ type: 'validation_error', code: 'incomplete_number', message: 'Your card number is incomplete.' });

  const ask = async (secret, verb, params) => {
    const kind = secret.startsWith('seti_') ? 'setup_intents' : 'payment_intents';
    const body = new URLSearchParams({ client_secret: secret, ...params });
    const headers = { Authorization: 'Bearer ' + options.key };
    if (options.account) headers['Stripe-Account'] = options.account;
    const path = `/v1/${kind}/${secret.split('_secret_')[0]}`;
    const response = verb === 'GET'
      ? await fetch(path + '?' + body, { headers })
      : await fetch(path + '/' + verb, { method: 'POST', headers, body });
    const answer = await response.json();
    return answer.error ? { error: answer.error } : { intent: answer };
  };

  const method = () => (isDebit()
    ? { 'payment_method_data[type]': 'sepa_debit', 'payment_method_data[sepa_debit][iban]': bare() }
    : { 'payment_method_data[type]': 'card', 'payment_method_data[card][number]': bare() });

  const answers = {
    retrieve: (question) => ask(question.secret, 'GET', {}),
    check: async () => (isComplete() ? {} : (problem(incomplete().message), { error: incomplete() })),
    focus: async () => { field('number').focus(); return {}; },
    confirm: async (question) => {
      problem('');
      if (payment && !isComplete()) {
        problem(incomplete().message);
        return { error: incomplete() };
      }
      const params = question.method ? { payment_method: question.method } : payment ? method() : {};
      const answer = await ask(question.secret, 'confirm', { ...params, use_stripe_sdk: 'true' });
      if (answer.error) problem(answer.error.message);
      return answer;
    },
  };

  window.addEventListener('message', async (message) => {
    const question = message.data;
    if (message.source !== parent || !answers[question.type]) return;
    say({ type: 'answer', number: question.number, answer: await answers[question.type](question) });
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    document.getElementById('more').hidden = isDebit();
    say({ type: 'change', complete: isComplete(), empty: bare() === '', method: isDebit() ? 'sepa_debit' : 'card' });
  });
  if (payment) new ResizeObserver(() => say({ type: 'height', height: Math.ceil(document.getElementById('all').getBoundingClientRect().height) + 8 })).observe(document.getElementById('all'));
  say({ type: 'ready' });
})();
