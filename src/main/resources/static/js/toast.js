// A word at the foot of the window that leaves by itself. tone: good or bad.
export function toast(message, tone = 'good') {
  let place = document.querySelector('.toasts');
  if (!place) {
    place = document.createElement('div');
    place.className = 'toasts';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  const word = document.createElement('div');
  word.className = `toast toast-${tone}`;
  word.textContent = message;
  place.append(word);
  setTimeout(() => word.remove(), 2500 + message.length * 60);
}

// <div data-toast="Saved" data-tone="good" hidden></div>, alone or in an answer to htmx.
export function start(element) {
  toast(element.dataset.toast, element.dataset.tone);
  element.remove();
}
