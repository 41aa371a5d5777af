// The devices that this one is paired with, on the page: what they know counts here too, and scans that one of them cannot hand in, another does.
import { base64 } from './code.js';
import { isPairing } from './pairing.js';
import { peers } from './peers.js';

// memory: {all(), merge(fact)}; box: the outbox; offset() of this device's clock
export function team({ view, words, device, memory, box, offset }) {
  const panel = view.one('pair');
  const button = view.one('pair-open');
  let key;
  let names = [];
  const near = peers({ me: device, key: () => base64(key), known, heard, changed });

  function known() {
    return [...memory.all().map((seen) => ({ seen })), ...box.untold().map((row) => ({ scan: wired(row) }))];
  }

  // Answers what was news here: that goes on to the others.
  function heard(facts) {
    return facts.filter(({ seen, scan }) => (seen && memory.merge(seen)) || (scan && box.adopt(adopted(scan))));
  }

  // By the right time, since the other device's clock may be wrong by another hour than this one's.
  function wired({ nonce, code, gate, at, direction, list, told, device: deviceName, madeBy = device.id }) {
    return { nonce, code, gate, at: moved(at, offset()), direction, list, told, deviceName, madeBy };
  }

  function adopted({ deviceName, ...scan }) {
    return { ...scan, at: moved(scan.at, -offset()), device: deviceName };
  }

  function changed(who) {
    const fresh = who.filter((name) => !names.includes(name));
    names = who;
    button.textContent = words.say(names.length > 0 ? 'pair_with' : 'pair_open', { names: names.join(', ') });
    if (fresh.length === 0) return;
    panel.hidden = true;
    view.show({ tone: 'good', title: words.say('paired'), line: fresh.join(', '), detail: words.say('paired_line') });
  }

  async function show(text, say) {
    const { generate } = await import('../../vendor/leanqr/lean-qr.js');
    const code = generate(text);
    const canvas = view.one('pair-code');
    code.toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], padX: 4, padY: 4 });
    canvas.setAttribute('aria-label', words.say(say));
    const hidden = (await navigator.permissions?.query({ name: 'camera' }).catch(() => null))?.state !== 'granted';
    view.one('pair-say').textContent = [words.say(say), hidden && words.say('pair_camera')].filter(Boolean).join(' ');
    view.one('pair-text').value = text;
    panel.hidden = false;
  }

  async function meet(text) {
    const { answer, problem } = key && device ? await near.meet(text) : { problem: 'pair_unable' };
    if (answer) await show(answer, 'pair_answer');
    else if (problem) view.show({ tone: 'warn', title: words.say('pair_none'), detail: words.say(problem) });
  }

  button.addEventListener('click', async () => show(await near.offer(), 'pair_offer'));
  view.one('pair-close').addEventListener('click', () => (panel.hidden = true));

  return {
    isPairing,
    meet: (text) => meet(text).catch(() => view.show({ tone: 'warn', title: words.say('pair_none'), detail: words.say('pair_failed') })),
    // Another key than before: somebody was taken off this event's doors, and is not told any more.
    learn(now) {
      if (!device || !globalThis.RTCPeerConnection || !now) return;
      if (key && key !== now) near.part();
      key = now;
      button.hidden = false;
    },
    saw: (seen) => near.share({ seen }),
    // Whoever is only logged in is no device, and has no team.
    told: (row) => device && near.share({ scan: wired(row) }),
    part: near.part,
  };
}

function moved(at, milliseconds) {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
