// Where and how this device scans: chosen once, remembered here.

export function setup(root, station, changed) {
  const form = root.querySelector('[data-scan-form]');
  const { gate, device, dryRun, direction, list, label, labelFormat } = form.elements;
  const remembered = memory(station.event.id);
  gate.value = new URLSearchParams(location.search).get('gate') ?? remembered.get('gate') ?? gate.value;
  device.value = station.device?.name ?? remembered.get('device') ?? named();
  device.readOnly = station.device !== null;
  direction.value = remembered.get('direction') ?? 'in';
  let chosen = remembered.get('label');
  label.value = chosen ?? '';
  labelFormat.value = remembered.get('labelFormat') ?? 'pdf';

  function keep() {
    if (!station.device) remembered.put('device', device.value.trim());
    for (const field of [gate, direction, list, labelFormat]) remembered.put(field.name, field.value.trim());
    root.querySelector('[data-gate]').textContent = gate.value;
    root.querySelector('[data-dry]').hidden = !dryRun.checked;
    root.querySelector('[data-leaving]').hidden = direction.value !== 'out';
    changed();
  }

  // What the server says of gates and lists: suggestions, or all there is where the device is bound to some.
  function offer({ device: bound, gates, lists = [], badge }) {
    const allowed = bound?.gates ?? [];
    options(root.querySelector('#gates'), (allowed.length > 0 ? allowed : gates).map((name) => [name, name]));
    if (allowed.length > 0 && !allowed.includes(gate.value)) gate.value = allowed[0];
    gate.readOnly = allowed.length === 1;
    options(list, [['', list.dataset.none], ...lists.map(({ id, name }) => [id, name])], remembered.get('list') ?? list.value);
    list.closest('[data-field]').hidden = lists.length === 0;
    label.value = chosen ?? badge ?? '';
    keep();
  }

  form.addEventListener('change', ({ target }) => {
    if (target === label) {
      chosen = label.value;
      remembered.put('label', chosen);
    }
    keep();
  });
  keep();
  return {
    offer,
    // null, with the fields in view, where one is missing
    how() {
      const missing = [gate, device].find((field) => field.value.trim() === '');
      if (!missing) {
        const [where, who] = [gate.value.trim(), device.value.trim()];
        return { gate: where, device: who, direction: direction.value, list: list.value || null, dryRun: dryRun.checked };
      }
      root.querySelector('[data-setup]').open = true;
      missing.focus();
      return null;
    },
  };
}

function options(parent, pairs, value) {
  parent.replaceChildren(...pairs.map(([key, words]) => new Option(words, key)));
  if (value !== undefined) parent.value = value;
}

function memory(event) {
  const name = (field) => (field === 'device' ? 'marquee.device' : `marquee.${field}.${event}`);
  return {
    get: (field) => reading(() => localStorage.getItem(name(field))),
    put: (field, value) => reading(() => localStorage.setItem(name(field), value)),
  };
}

function reading(what) {
  try {
    return what() ?? undefined;
  } catch {
    return undefined;
  }
}

// "Android 47": two phones of one team are told apart.
function named() {
  const [kind] = navigator.userAgent.match(/iPhone|iPad|Android|Windows|Macintosh|Linux/) ?? ['Scanner'];
  return `${kind} ${10 + Math.floor(Math.random() * 90)}`;
}
