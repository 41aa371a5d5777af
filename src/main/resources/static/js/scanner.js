// The scanner's page. A code goes to the server once while it stays in view; whatever comes of it never blocks the next.
import { openCamera, problem, torch } from './scanner-camera.js';
import { signal, toggleSound, soundIsOn } from './scanner-signal.js';
import { send } from './scanner-send.js';
import { keeper } from './scanner-kept.js';
import { setup } from './scanner-setup.js';
import { speaker } from './scanner-words.js';

const root = document.querySelector('[data-scanner]');
const one = (name) => root.querySelector(`[data-${name}]`);
const words = speaker(root);
const place = setup(root);
const kept = keeper(root.dataset.event);
const inView = new Map();
const leavesViewAfter = 2000;
let turn = 0;
let shown = 0;
let counting;

// ---- scans

async function scan(code) {
  const scan = place.scan(code);
  if (!scan) {
    show({ tone: 'warn', title: words.say('setup_first') });
    return;
  }
  await ask(scan);
}

async function ask(scan) {
  const mine = ++turn;
  root.toggleAttribute('aria-busy', true);
  const answer = await send(root.dataset.api, scan);
  if (mine === turn) root.removeAttribute('aria-busy');
  if (answer.lost && !scan.dryRun) kept.add(scan);
  else kept.remove(scan);
  const verdict = words.verdict(answer, scan);
  remember(verdict);
  // an answer that comes late does not hide that of a later scan
  if (mine > shown) {
    shown = mine;
    show(verdict);
  }
  drawKept();
  if (answer.result?.verdict === 'admitted') countSoon();
  return answer;
}

function seen(codes) {
  const now = performance.now();
  for (const [code, at] of inView) if (now - at > leavesViewAfter) inView.delete(code);
  for (const code of codes) {
    const isFresh = !inView.has(code);
    inView.set(code, now);
    if (isFresh) scan(code);
  }
}

// ---- what is shown

function show({ tone, title, line, detail }) {
  const panel = one('verdict');
  panel.className = `verdict verdict-${tone} scan-verdict`;
  const icon = { good: 'check', bad: 'cross', warn: 'alert' }[tone] ?? 'scan';
  const use = one('icon');
  use.setAttribute('href', `${use.getAttribute('href').split('#')[0]}#${icon}`);
  one('title').textContent = title;
  one('line').textContent = line ?? '';
  one('detail').textContent = detail ?? '';
  panel.getAnimations().forEach((animation) => {
    animation.cancel();
    animation.play();
  });
  root.dataset.tone = tone;
  signal(tone);
}

function remember({ title, line }) {
  const item = document.createElement('li');
  item.textContent = [words.clock(new Date()), title, line].filter(Boolean).join(' · ');
  const list = one('recent').querySelector('ol');
  list.prepend(item);
  list.children[10]?.remove();
  one('recent').hidden = false;
}

function drawKept() {
  const again = one('again');
  again.hidden = kept.all().length === 0;
  again.textContent = words.say('again', { count: kept.all().length });
}

async function sendKept() {
  for (const scan of kept.all()) {
    const answer = await ask(scan);
    if (answer.signedOut) location.assign(root.dataset.login);
    if (answer.lost) return;
  }
}

// ---- how many are in

async function count() {
  try {
    const response = await fetch(root.dataset.turnout, { signal: AbortSignal.timeout(8000) });
    if (response.ok) one('turnout-text').textContent = await response.text();
  } catch {
    // the next time, then: scans say when the network is away
  }
}

function countSoon() {
  clearTimeout(counting);
  counting = setTimeout(count, 2200);
}

// ---- the camera

async function startCamera() {
  one('camera').hidden = true;
  one('camera-text').textContent = words.say('camera_asking');
  try {
    const track = await openCamera(one('video'), seen);
    one('camera-text').textContent = '';
    torch(track, one('torch'));
    track.addEventListener('ended', () => stopped('camera_busy'));
    keepAwake();
  } catch (error) {
    stopped(problem(error));
  }
}

function stopped(key) {
  one('video').hidden = true;
  one('torch').hidden = true;
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
  if (permission?.state === 'granted') return startCamera();
  one('camera').hidden = false;
}

one('camera').addEventListener('click', startCamera);
one('again').addEventListener('click', sendKept);
one('sound').hidden = false;
one('sound').setAttribute('aria-pressed', soundIsOn());
one('sound').addEventListener('click', () => one('sound').setAttribute('aria-pressed', toggleSound()));
one('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = event.target.elements.code;
  scan(field.value.trim());
  field.value = '';
  // a phone's keyboard would hide the verdict; a scanner with a keyboard's plug types on
  if (matchMedia('(pointer: coarse)').matches) field.blur();
});
addEventListener('online', sendKept);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  keepAwake();
  count();
});
setInterval(() => document.visibilityState === 'visible' && count(), 15000);
drawKept();
begin();
