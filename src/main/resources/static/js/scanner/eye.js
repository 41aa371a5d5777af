// The camera on the page: started, stopped, kept awake, and which code is new in its view.
import { stem } from './code.js';
import { openCamera, problem, torch, zoom } from './camera.js';

const leavesViewAfter = 2000;

export function eye({ one, words, read }) {
  const inView = new Map();

  // A code is read once while it stays in view, also where it moves.
  function seen(codes) {
    const now = performance.now();
    for (const [code, at] of inView) if (now - at > leavesViewAfter) inView.delete(code);
    for (const code of codes) {
      const isFresh = !inView.has(stem(code));
      inView.set(stem(code), now);
      if (isFresh) read(code);
    }
  }

  async function start() {
    one('camera').hidden = true;
    one('camera-text').textContent = words.say('camera_asking');
    try {
      const track = await openCamera(one('video'), seen);
      one('camera-text').textContent = '';
      torch(track, one('torch'));
      zoom(track, one('zoom'));
      track.addEventListener('ended', () => stopped('camera_busy'));
      keepAwake();
    } catch (error) {
      stopped(problem(error));
    }
  }

  function stopped(key) {
    for (const name of ['video', 'torch', 'zoom']) one(name).hidden = true;
    one('camera-text').textContent = words.say(key);
    one('camera').hidden = key === 'camera_insecure' || key === 'camera_none';
  }

  async function keepAwake() {
    if (document.visibilityState === 'visible') await navigator.wakeLock?.request('screen').catch(() => {});
  }

  // Where the camera was allowed before it starts by itself; else a person starts it, so that the question has a reason.
  async function begin() {
    if (!navigator.mediaDevices?.getUserMedia) return stopped('camera_insecure');
    const permission = await navigator.permissions?.query({ name: 'camera' }).catch(() => undefined);
    if (permission?.state === 'granted') return start();
    one('camera').hidden = false;
  }

  one('camera').addEventListener('click', start);
  document.addEventListener('visibilitychange', keepAwake);
  begin();
}
