// The door to all page scripts: loads a module when the page, or a fragment swapped into it, holds something for it.
// Each module exports start(element), called once for every element that its selector finds.
import './forms.js';

const modules = {
  '[data-stepper]': './stepper.js',
  '[data-moving]': './movingcode.js',
  '[data-expires-at]': './countdown.js',
  '[data-copy]': './copy.js',
  '[data-quote]': './quote.js',
  'time[data-zone]': './localtime.js',
  '[data-live]': './live.js',
  '[data-toast]': './toast.js',
  '[data-drop]': './upload.js',
  '[data-pay]': './pay.js',
  '[data-share]': './copy.js',
  '[data-bell]': './news.js',
  '[data-chat]': './chat.js',
  'form[data-preview]': './preview.js',
  '[data-only-if]': './conditions.js',
  '.sidenav[popover]': './sections.js',
};

const started = new WeakMap();

function wake(root) {
  for (const [selector, file] of Object.entries(modules)) {
    const found = [...root.querySelectorAll(selector)];
    if (root instanceof Element && root.matches(selector)) found.push(root);
    const fresh = found.filter((element) => !started.get(element)?.has(file));
    if (fresh.length === 0) continue;
    fresh.forEach((element) => started.set(element, (started.get(element) ?? new Set()).add(file)));
    import(file).then((module) => fresh.forEach((element) => module.start(element)));
  }
}

// A navigation that is wider or higher than its place shows where one is.
document.querySelectorAll(':is(.sidenav, .tabs) > [aria-current]').forEach((here) => {
  const all = here.parentElement;
  const [entry, place] = [here.getBoundingClientRect(), all.getBoundingClientRect()];
  all.scrollLeft += entry.left - place.left - 16;
  all.scrollTop += entry.top - place.top - place.height / 2;
});

wake(document);
document.addEventListener('htmx:load', (event) => wake(event.target));
