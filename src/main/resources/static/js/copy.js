// data-copy="#id" or the text itself; data-copied is what the toast says. data-share="url" offers the system's share sheet where there is one.
import { toast } from './toast.js';

export function start(button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const url = button.dataset.share;
    if (url && navigator.share) {
      await navigator.share({ url, title: document.title }).catch(() => {});
    } else {
      await navigator.clipboard.writeText(url ?? textOf(button.dataset.copy));
      toast(button.dataset.copied);
    }
  });
}

function textOf(source) {
  if (!source.startsWith('#')) return source;
  const element = document.querySelector(source);
  return element.value ?? element.textContent.trim();
}
