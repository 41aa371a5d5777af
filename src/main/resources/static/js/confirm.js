// Asks once, in the page's own dialog (rendered by the layout in the page's language). Resolves to true or false.
export function ask(question, label) {
  const dialog = document.getElementById('confirm');
  if (!dialog) return Promise.resolve(window.confirm(question));
  dialog.querySelector('[data-question]').textContent = question;
  const yes = dialog.querySelector('[value="yes"]');
  yes.dataset.default ??= yes.textContent;
  yes.textContent = label || yes.dataset.default;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
