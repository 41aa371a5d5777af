// What the scanner shows. Takes words that are ready, and decides nothing.
import { signal } from './signal.js';

const icons = { good: 'check', bad: 'cross', warn: 'alert' };

export function screen(root) {
  const one = (name) => root.querySelector(`[data-${name}]`);
  const items = new Map();

  function icon(use, name) {
    use.setAttribute('href', `${use.getAttribute('href').split('#')[0]}#${name}`);
  }

  function show({ tone, title, line, detail, note, answers = [] }) {
    const panel = one('verdict');
    panel.className = `verdict verdict-${tone} scan-verdict`;
    icon(one('icon'), icons[tone] ?? 'scan');
    one('title').textContent = title;
    one('line').textContent = line ?? '';
    one('detail').textContent = detail ?? '';
    one('note').textContent = note ?? '';
    one('answers').replaceChildren(...answers.map(([question, answer]) => element('li', `${question}: ${answer}`)));
    panel.getAnimations().forEach((animation) => {
      animation.cancel();
      animation.play();
    });
    root.dataset.tone = tone;
    signal(tone);
  }

  // One line a scan; what is heard of it later changes its line.
  function remember(nonce, words) {
    const item = items.get(nonce) ?? one('recent').querySelector('ol').insertAdjacentElement('afterbegin', element('li', ''));
    item.textContent = words;
    items.set(nonce, item);
    one('recent').querySelector('ol').children[20]?.remove();
    one('recent').hidden = false;
  }

  // @param list elements of {icon, text}
  function list(parent, list) {
    parent.replaceChildren(
      ...list.map(({ level, text }) => {
        const item = element('li', '');
        const mark = one('icon').closest('svg').cloneNode(true);
        icon(mark.querySelector('use'), icons[level] ?? 'info');
        mark.querySelector('use').removeAttribute('data-icon');
        item.className = `ready-${level}`;
        item.append(mark, element('span', text));
        return item;
      }),
    );
  }

  function light(level, text) {
    const button = one('ready');
    button.className = `btn scan-light scan-light-${level}`;
    icon(button.querySelector('use'), icons[level]);
    button.querySelector('span').textContent = text;
  }

  return { one, show, remember, list, light };
}

export function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
