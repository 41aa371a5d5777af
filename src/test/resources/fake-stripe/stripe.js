// A stand-in for Stripe's script: as much of its interface as a payment page calls. It draws a frame of the fake's own
// page, so that no card number is ever in the shop's page, as with Stripe.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  let frames = 0;

  class Frame {
    constructor(kind, place, options) {
      this.waiting = new Map();
      this.listeners = {};
      this.element = document.createElement('iframe');
      this.element.name = '__privateStripeFrame' + ++frames;
      this.element.title = kind === 'payment' ? 'Secure payment input frame' : 'Secure frame';
      this.element.style.border = '0';
      this.element.style.width = '100%';
      this.element.style.display = 'block';
      if (kind !== 'payment') this.element.style.display = 'none';
      this.element.src = `${origin}/elements/frame?kind=${kind}#${encodeURIComponent(JSON.stringify(options))}`;
      this.ready = new Promise((resolve) => { this.opened = resolve; });
      this.hear = (message) => {
        if (message.origin !== origin || message.source !== this.element.contentWindow) return;
        const said = message.data;
        if (said.type === 'ready') { this.opened(); this.tell('ready', {}); }
        if (said.type === 'height') this.element.style.height = said.height + 'px';
        if (said.type === 'change') this.tell('change', { elementType: 'payment', complete: said.complete, empty: said.empty, value: { type: said.method } });
        if (said.type === 'answer') { this.waiting.get(said.number)?.(said.answer); this.waiting.delete(said.number); }
      };
      window.addEventListener('message', this.hear);
      place.append(this.element);
    }
    on(name, listener) { (this.listeners[name] ??= []).push(listener); }
    tell(name, event) { (this.listeners[name] ?? []).forEach((listener) => listener(event)); }
    async ask(question) {
      await this.ready;
      const number = ++frames;
      return new Promise((resolve) => {
        this.waiting.set(number, resolve);
        this.element.contentWindow.postMessage({ number, ...question }, origin);
      });
    }
    close() { window.removeEventListener('message', this.hear); this.element.remove(); }
  }

  // the bank's question, over everything else
  const bankAsks = (page) => new Promise((resolve) => {
    const veil = document.createElement('dialog');
    veil.setAttribute('aria-label', 'Your bank asks');
    const frame = document.createElement('iframe');
    frame.name = '__stripe3dsFrame';
    frame.title = 'Your bank asks';
    frame.style.border = '0';
    frame.style.width = 'min(28rem, 86vw)';
    frame.style.height = '24rem';
    frame.src = page;
    veil.append(frame);
    const hear = (message) => {
      if (message.origin !== origin || message.source !== frame.contentWindow || message.data.type !== 'answered') return;
      window.removeEventListener('message', hear);
      veil.close();
      veil.remove();
      resolve();
    };
    window.addEventListener('message', hear);
    veil.addEventListener('cancel', (event) => event.preventDefault());
    document.body.append(veil);
    veil.showModal();
  });

  const idOf = (secret) => secret.split('_secret_')[0];
  const kindOf = (secret) => (secret.startsWith('seti_') ? 'setupIntent' : 'paymentIntent');

  window.Stripe = (key, options = {}) => {
    if (typeof key !== 'string' || !key.startsWith('pk_')) throw new Error('Please call Stripe() with your publishable key.');
    const common = { key, account: options.stripeAccount ?? null };
    let hidden = null;
    const controller = () => (hidden ??= new Frame('controller', document.body, common));

    const retrieve = async (secret) => {
      const answer = await controller().ask({ type: 'retrieve', secret });
      return answer.error ? { error: answer.error } : { [kindOf(secret)]: answer.intent };
    };

    const through = async (secret) => {
      const found = await retrieve(secret);
      const intent = found[kindOf(secret)];
      if (!intent || intent.status !== 'requires_action') return found;
      await bankAsks(intent.next_action.use_stripe_sdk?.stripe_js ?? intent.next_action.redirect_to_url.url);
      const after = await retrieve(secret);
      const now = after[kindOf(secret)];
      const problem = now?.last_payment_error ?? now?.last_setup_error;
      return now?.status === 'requires_payment_method' && problem ? { error: { ...problem, [snake(secret)]: now } } : after;
    };

    const snake = (secret) => (secret.startsWith('seti_') ? 'setup_intent' : 'payment_intent');

    const confirm = async ({ elements, clientSecret, confirmParams = {}, redirect = 'always' }) => {
      const secret = clientSecret ?? elements.clientSecret;
      if (redirect === 'always' && !confirmParams.return_url) throw new Error('You must provide a return_url.');
      const frame = elements ? elements.frame : controller();
      const answer = await frame.ask({ type: 'confirm', secret, method: confirmParams.payment_method ?? null });
      if (answer.error) return { error: answer.error };
      const result = await through(secret);
      if (result.error || redirect === 'if_required') return result;
      const back = new URL(confirmParams.return_url);
      const intent = result[kindOf(secret)];
      back.searchParams.set(snake(secret), idOf(secret));
      back.searchParams.set(snake(secret) + '_client_secret', secret);
      back.searchParams.set('redirect_status', intent.status === 'requires_payment_method' ? 'failed' : intent.status === 'processing' ? 'pending' : 'succeeded');
      window.location.assign(back);
      return new Promise(() => {});
    };

    return {
      elements(wish = {}) {
        const elements = {
          clientSecret: wish.clientSecret,
          frame: null,
          create(type, more = {}) {
            const listeners = [];
            const element = {
              mount(place) {
                const where = typeof place === 'string' ? document.querySelector(place) : place;
                if (!where) throw new Error('The selector you specified applies to no DOM elements that are currently on the page.');
                elements.frame = new Frame('payment', where, { ...common, type, theme: wish.appearance?.theme ?? 'stripe', locale: wish.locale ?? 'auto', more });
                listeners.forEach(([name, listener]) => elements.frame.on(name, listener));
              },
              on(name, listener) {
                if (elements.frame) elements.frame.on(name, listener); else listeners.push([name, listener]);
                return element;
              },
              once(name, listener) { return element.on(name, listener); },
              off() { return element; },
              update() {},
              focus() { elements.frame?.ask({ type: 'focus' }); },
              blur() {},
              clear() {},
              collapse() {},
              unmount() { elements.frame?.close(); elements.frame = null; },
              destroy() { element.unmount(); },
            };
            elements.element = element;
            return element;
          },
          getElement() { return elements.element ?? null; },
          async submit() { return (await elements.frame.ask({ type: 'check' })) ?? {}; },
          update(changed) { if (changed.clientSecret) elements.clientSecret = changed.clientSecret; },
          async fetchUpdates() { return {}; },
        };
        return elements;
      },
      confirmPayment: confirm,
      confirmSetup: confirm,
      handleNextAction: ({ clientSecret }) => through(clientSecret),
      handleCardAction: (secret) => through(secret),
      retrievePaymentIntent: retrieve,
      retrieveSetupIntent: retrieve,
      registerAppInfo() {},
    };
  };
  window.Stripe.version = 'dahlia';
})();
