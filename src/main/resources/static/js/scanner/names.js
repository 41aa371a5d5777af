// People whose code is not at hand, by name: asked of the server, since no list of names is kept here.
import { element } from './screen.js';

export function names({ root, server, words, scan }) {
  const field = root.querySelector('[data-name-search]');
  const found = root.querySelector('[data-names]');
  let turn = 0;
  let timer;

  async function search() {
    const mine = ++turn;
    const asked = field.value.trim();
    if (asked.length < 2) return found.replaceChildren();
    const answer = await server.names(asked);
    if (mine !== turn) return;
    if (!answer.ok) return found.replaceChildren(element('li', words.say('names_offline')));
    found.replaceChildren(...answer.body.items.map(item));
    if (answer.body.items.length === 0) found.replaceChildren(element('li', words.say('names_none')));
  }

  function item({ holder, type, position, of, code, state }) {
    const button = element('button', [holder, type, of > 1 && words.say('position', { n: position, of })].filter(Boolean).join(' · '));
    button.type = 'button';
    button.className = 'btn';
    if (state === 'checked_in') button.append(element('span', words.say('already_in')));
    button.addEventListener('click', () => {
      field.value = '';
      found.replaceChildren();
      scan(code);
    });
    const line = element('li', '');
    line.append(button);
    return line;
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  });
}
