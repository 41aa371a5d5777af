// Reads QR codes from a video: with the browser's own detector where there is one, else with ZXing in a worker.

const side = 720;
const vendor = new URL('../../vendor/zxing/', import.meta.url);

// A function from a video to the texts that are in view.
export async function decoder() {
  const own = await ownDetector();
  let worker;
  return async (video) => {
    if (own.usable) {
      try {
        return (await own.detector.detect(video)).map((code) => code.rawValue).filter(Boolean);
      } catch {
        own.usable = false; // some phones promise a detector that they don't have
      }
    }
    worker ??= inWorker();
    return worker(video);
  };
}

async function ownDetector() {
  const formats = (await window.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  const usable = formats.includes('qr_code');
  return { usable, detector: usable ? new window.BarcodeDetector({ formats: ['qr_code'] }) : undefined };
}

function inWorker() {
  const reading = reader();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => reading(middle(video, canvas, context));
}

// A function from a picture (an ImageData) to the texts in it, one picture at a time.
export function reader() {
  const worker = new Worker('/scanner/decoder.js');
  worker.postMessage({ vendor: vendor.href });
  return ({ data, width, height }) =>
    new Promise((resolve) => {
      worker.onmessage = (event) => resolve(event.data);
      worker.postMessage({ pixels: data.buffer, width, height }, [data.buffer]);
    });
}

// The square in the middle, where the frame is drawn: enough pixels for a code, few enough for a slow phone.
function middle(video, canvas, context) {
  const cut = Math.min(video.videoWidth, video.videoHeight);
  const size = Math.min(cut, side);
  if (canvas.width !== size) canvas.width = canvas.height = size;
  context.drawImage(video, (video.videoWidth - cut) / 2, (video.videoHeight - cut) / 2, cut, cut, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}
