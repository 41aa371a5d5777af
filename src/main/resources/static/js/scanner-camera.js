// The camera, and the codes that it sees.
import { decoder } from './scanner-decoder.js';

const pause = 60;

// Shows the camera in the video and calls found(codes) for each look at it; answers its track.
export async function openCamera(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const [track] = stream.getVideoTracks();
  watch(video, track, await decoder(), found);
  return track;
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

async function watch(video, track, decode, found) {
  while (track.readyState === 'live') {
    if (document.visibilityState === 'visible' && video.readyState >= video.HAVE_CURRENT_DATA) found(await decode(video));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
