// Decodes one picture after the other, beside the page, so that the page never stutters. It is served under a policy of its own,
// since a compiled decoder is what no other page of ours may load.
const options = { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true, maxNumberOfSymbols: 2 };

onmessage = async ({ data }) => {
  if (data.vendor) {
    importScripts(`${data.vendor}reader.js`);
    ZXingWASM.prepareZXingModule({ overrides: { locateFile: (file) => data.vendor + file } });
    return;
  }
  const picture = new ImageData(new Uint8ClampedArray(data.pixels), data.width, data.height);
  const found = await ZXingWASM.readBarcodes(picture, options).catch(() => []);
  postMessage(found.filter((code) => code.isValid && code.text).map((code) => code.text));
};
