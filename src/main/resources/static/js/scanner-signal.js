// Verdicts for the ear and the hand: a glance at the screen confirms what was heard.

const tunes = {
  good: [[880, 0, 0.09], [1320, 0.1, 0.14]],
  warn: [[520, 0, 0.14], [520, 0.2, 0.14]],
  bad: [[190, 0, 0.3], [150, 0.32, 0.34]],
};
const beats = { good: [70], warn: [60, 60, 60], bad: [220, 80, 220] };
const name = 'marquee.sound';
let audio;

// Browsers let a page make sounds, and shake the phone, once a person has touched it.
for (const touch of ['pointerdown', 'keydown']) {
  addEventListener(touch, () => {
    audio ??= new AudioContext();
    audio.resume();
  });
}

export function soundIsOn() {
  return localStorage.getItem(name) !== 'off';
}

export function toggleSound() {
  localStorage.setItem(name, soundIsOn() ? 'off' : 'on');
  return soundIsOn();
}

export function signal(tone) {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(beats[tone] ?? []);
  if (audio && soundIsOn()) tunes[tone]?.forEach(play);
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
