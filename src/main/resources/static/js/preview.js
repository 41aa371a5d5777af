// data-preview="frame": what is written in the form shows in that frame as one types, the way that was last asked for.
const PAUSE = 400;

export function start(form) {
  const buttons = [...form.querySelectorAll('[data-preview-button]')];
  let chosen = buttons[0];
  let pending;
  const show = () => form.requestSubmit(chosen);
  buttons.forEach((button) => button.addEventListener('click', () => (chosen = button)));
  form.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(show, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(pending));
  show();
}
