// A file field that takes a dropped file, shows a picked image at once, and says when the file is too large to send.

export function start(drop) {
  const input = drop.querySelector('input[type="file"]');
  const preview = drop.querySelector('[data-preview]');
  const name = drop.querySelector('[data-file-name]');
  for (const over of ['dragenter', 'dragover']) drop.addEventListener(over, () => drop.classList.add('over'));
  for (const out of ['dragleave', 'drop']) drop.addEventListener(out, () => drop.classList.remove('over'));
  const picked = () => {
    const file = input.files[0];
    if (!file) return;
    const tooLarge = file.size > Number(drop.dataset.maxBytes || Infinity);
    input.setCustomValidity(tooLarge ? drop.dataset.tooLarge : '');
    name.textContent = tooLarge ? drop.dataset.tooLarge : file.name;
    if (tooLarge) input.value = '';
    else if (preview && file.type.startsWith('image/')) show(preview, file);
  };
  input.addEventListener('change', picked);
  picked(); // chosen before this script came, or kept by the browser over a reload
}

function show(preview, file) {
  if (preview.src.startsWith('blob:')) URL.revokeObjectURL(preview.src);
  preview.src = URL.createObjectURL(file);
  preview.hidden = false;
}
