// Verdicts for the ear and the hand: a glance at the screen confirms what was heard.

const tunes = {
  good: [[880, 0, 0.09], [1320, 0.1, 0.14]],
  warn: [[520, 0, 0.14], [520, 0.2, 0.14]],
  bad: [[190, 0, 0.3], [150, 0.32, 0.34]],
};
const beats = { good: [70], warn: [60, 60, 60], bad: [220, 80, 220] };
let audio;

// Browsers let a page make sounds, and shake the phone, once a person has touched it.
for (const touch of ['pointerdown', 'keydown']) {
  addEventListener(touch, () => {
    audio ??= new AudioContext();
    audio.resume();
  });
}

export const sound = choice('marquee.sound');
export const shaking = choice('marquee.vibration');

// A button that switches it, and says so.
export function toggle(button, wanted) {
  const draw = () => button.setAttribute('aria-pressed', wanted.on);
  button.hidden = false;
  button.addEventListener('click', () => {
    wanted.on = !wanted.on;
    draw();
  });
  draw();
}

export function signal(tone) {
  if (shaking.on && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(beats[tone] ?? []);
  if (audio && sound.on) tunes[tone]?.forEach(play);
}

function choice(name) {
  let on = true;
  try {
    on = localStorage.getItem(name) !== 'off';
  } catch {
    // storage is refused: for this time, then
  }
  return {
    get on() {
      return on;
    },
    set on(wanted) {
      on = wanted;
      try {
        localStorage.setItem(name, on ? 'on' : 'off');
      } catch {
        // for this time
      }
    },
  };
}

function play([pitch, after, length]) {
  const begin = audio.currentTime + after;
  const tone = new OscillatorNode(audio, { type: pitch < 300 ? 'square' : 'sine', frequency: pitch });
  const loudness = new GainNode(audio, { gain: 0.25 });
  loudness.gain.setTargetAtTime(0, begin + length * 0.6, length / 6);
  tone.connect(loudness).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + length);
}
