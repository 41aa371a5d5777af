// The camera, and the codes that it sees.
import { decoder } from './decoder.js';

const pause = 60;

// Shows the camera in the video and calls found(codes) for each look at it; answers its track.
export async function openCamera(video, found) {
  const stream = await asked();
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const [track] = stream.getVideoTracks();
  watch(video, track, await decoder(), found);
  return track;
}

// Browsers count zoom as moving the camera, which is a permission of its own: without it the camera is as good for near codes.
async function asked() {
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
  const plain = () => navigator.mediaDevices.getUserMedia({ audio: false, video });
  const moving = await navigator.permissions?.query({ name: 'camera', panTiltZoom: true }).catch(() => undefined);
  if (!moving || moving.state === 'denied') return plain();
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { ...video, zoom: true } }).catch(plain);
}

// The key of the words for why there is no picture.
export function problem(error) {
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'camera_denied';
  if (error.name === 'NotFoundError' || error.name === 'OverconstrainedError') return 'camera_none';
  return 'camera_busy';
}

export function torch(track, button) {
  button.hidden = !track.getCapabilities?.().torch;
  button.onclick = async () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    await track.applyConstraints({ advanced: [{ torch: on }] }).then(() => button.setAttribute('aria-pressed', on), () => {});
  };
}

// One button with the thumb: once, twice, three times as near, and back.
export function zoom(track, button) {
  const range = track.getCapabilities?.().zoom;
  const steps = zoomSteps(range);
  let at = 0;
  button.hidden = steps.length < 2;
  button.textContent = '1×';
  button.onclick = async () => {
    at = (at + 1) % steps.length;
    await track.applyConstraints({ advanced: [{ zoom: steps[at] }] }).catch(() => {});
    button.textContent = `${at + 1}×`;
  };
}

export function zoomSteps(range) {
  if (!range) return [];
  const least = Math.max(range.min, Math.min(1, range.max));
  return [1, 2, 3].map((times) => least * times).filter((value) => value <= range.max);
}

async function watch(video, track, decode, found) {
  while (track.readyState === 'live') {
    if (document.visibilityState === 'visible' && video.readyState >= video.HAVE_CURRENT_DATA) found(await decode(video));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
