// Decodes one picture after the other, beside the page, so that the page never stutters.
importScripts('../vendor/jsqr/jsQR.js');

onmessage = ({ data }) => {
  const code = jsQR(new Uint8ClampedArray(data.pixels), data.width, data.height, { inversionAttempts: 'dontInvert' });
  postMessage(code?.data ? [code.data] : []);
};
