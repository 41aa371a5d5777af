// The ready light, and its page of what is well and what is not.
import { readiness } from './ready.js';

export function light({ view, words, look }) {
  const dialog = view.one('ready-panel');
  const more = { battery: null, persisted: false, free: null };

  async function ask() {
    more.persisted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
    const space = await navigator.storage?.estimate?.().catch(() => null);
    more.free = space ? space.quota - space.usage : null;
    const battery = await navigator.getBattery?.().catch(() => null);
    if (battery) {
      const read = () => {
        more.battery = { level: battery.level, charging: battery.charging };
        draw();
      };
      battery.addEventListener('levelchange', read);
      battery.addEventListener('chargingchange', read);
      read();
    }
    draw();
  }

  function draw() {
    const state = { ...look(), ...more };
    const { level, parts } = readiness(state);
    const text = state.online ? words.say(`light.${level}`) : words.say('light.offline');
    view.light(state.online || level === 'bad' ? level : 'warn', state.waiting > 0 ? words.say('light.waiting', { state: text, count: state.waiting }) : text);
    if (!dialog.open) return;
    const line = { level: state.online ? 'good' : 'warn', text: words.say(state.online ? 'ready.online' : 'ready.offline') };
    view.list(view.one('ready-parts'), [
      line,
      ...parts.map(({ key, level: how, values }) => ({ level: how, text: words.say(`ready.${key}`, values) })),
    ]);
  }

  view.one('ready').addEventListener('click', () => {
    dialog.showModal();
    draw();
  });
  setInterval(draw, 5000);
  ask();
  return { draw };
}
