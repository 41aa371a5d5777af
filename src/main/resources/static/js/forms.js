// Forms: a question before what cannot be undone, and one submission for a double click.
import { ask } from './confirm.js';

const busy = new Set();
const agreed = new WeakSet();

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  const button = event.submitter;
  const question = button?.dataset.confirm ?? form.dataset.confirm;
  if (question && !agreed.delete(form)) {
    event.preventDefault();
    ask(question, button?.dataset.confirmLabel ?? button?.textContent.trim()).then((yes) => {
      if (!yes) return;
      agreed.add(form);
      form.requestSubmit(button);
    });
    return;
  }
  if ('repeat' in form.dataset) return; // a download: the page stays, and may ask again
  if (form.dataset.sent) {
    event.preventDefault();
  } else if (form.method !== 'get' && staysHere(form, button) && !isSentByHtmx(form)) {
    lock(form, button);
  }
});

// Disabled only after the browser has read the form: the pressed button's own name and value must still be sent.
function lock(form, button) {
  form.dataset.sent = 'true';
  busy.add(form);
  setTimeout(() => {
    button?.setAttribute('aria-busy', 'true');
    form.querySelectorAll('button:not([type="button"])').forEach((b) => b.setAttribute('aria-disabled', 'true'));
  });
}

function unlock(form) {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach((b) => b.removeAttribute('aria-busy'));
  form.querySelectorAll('[aria-disabled]').forEach((b) => b.removeAttribute('aria-disabled'));
}

// What opens in another window or in a frame leaves the page, and its form, as they are.
function staysHere(form, button) {
  return ['', '_self'].includes(button?.formTarget || form.target);
}

function isSentByHtmx(form) {
  return ['get', 'post', 'put', 'patch', 'delete'].some((verb) => form.hasAttribute(`hx-${verb}`));
}

// The back button brings the page as it was left: with its form locked.
addEventListener('pageshow', () => {
  busy.forEach(unlock);
  busy.clear();
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[aria-disabled="true"]')) event.preventDefault();
});

document.addEventListener('htmx:confirm', (event) => {
  const question = event.detail.elt.dataset.confirm;
  if (!question || event.detail.elt.tagName === 'FORM') return;
  event.preventDefault();
  ask(question, event.detail.elt.dataset.confirmLabel).then((yes) => yes && event.detail.issueRequest(true));
});

// Whose time was up is told so, once, and keeps the page as it is: after signing in elsewhere they go on here.
document.addEventListener('htmx:responseError', ({ detail: { xhr } }) => {
  const place = document.getElementById('problem');
  if (xhr.status !== 401 || !place || place.hasChildNodes()) return;
  place.innerHTML = xhr.responseText;
  place.scrollIntoView({ block: 'center' });
});
document.addEventListener('htmx:afterSwap', () => document.getElementById('problem')?.replaceChildren());

// A select or checkbox marked so sends its form by itself; without scripts the form's own button does.
document.addEventListener('change', (event) => {
  if (event.target.matches('[data-autosubmit]')) event.target.form.requestSubmit();
});
document.querySelectorAll('[data-autosubmit-button]').forEach((button) => (button.hidden = true));
