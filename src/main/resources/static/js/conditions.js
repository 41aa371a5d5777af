// A question that is for those alone who gave a certain answer to another: hidden while they did not. Without this it is shown, and says for whom.
export function start(question) {
  const form = question.closest('form');
  const wanted = question.dataset.onlyWhen.split('\n');
  const show = () => {
    const control = document.getElementsByName(question.dataset.onlyIf)[0]?.closest('[data-only-if]');
    const said = new FormData(form).getAll(question.dataset.onlyIf);
    question.hidden = Boolean(control?.hidden) || !said.some((one) => wanted.includes(one));
  };
  form.addEventListener('change', show);
  show();
}
