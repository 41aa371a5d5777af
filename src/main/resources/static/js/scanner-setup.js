// Gate and device: typed once, remembered on this device.

export function setup(root) {
  const form = root.querySelector('[data-scan-form]');
  const { gate, device, dryRun } = form.elements;
  const gateName = `marquee.gate.${root.dataset.event}`;
  const wanted = new URLSearchParams(location.search).get('gate');
  gate.value = wanted ?? localStorage.getItem(gateName) ?? gate.value;
  device.value = localStorage.getItem('marquee.device') ?? named();
  const keep = () => {
    localStorage.setItem(gateName, gate.value.trim());
    localStorage.setItem('marquee.device', device.value.trim());
    root.querySelector('[data-gate]').textContent = gate.value;
    root.querySelector('[data-dry]').hidden = !dryRun.checked;
  };
  form.addEventListener('change', keep);
  keep();
  return {
    // null, with the fields in view, where one is missing
    scan(code) {
      const missing = [gate, device].find((field) => field.value.trim() === '');
      if (missing) {
        root.querySelector('[data-setup]').open = true;
        missing.focus();
        return null;
      }
      return { key: newKey(), code, gate: gate.value.trim(), device: device.value.trim(), dryRun: dryRun.checked };
    },
  };
}

// "Android 47": two phones of one team are told apart.
function named() {
  const [kind] = navigator.userAgent.match(/iPhone|iPad|Android|Windows|Macintosh|Linux/) ?? ['Scanner'];
  return `${kind} ${10 + Math.floor(Math.random() * 90)}`;
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
