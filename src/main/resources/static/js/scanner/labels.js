// Badges for those who came in, where somebody chose a label for this device: asked of the server, and handed to the browser to print.

export function labels({ root, view, words, server }) {
  const button = view.one('label-print');
  const { label, labelFormat } = root.querySelector('[data-scan-form]').elements;
  let ticket;
  let printing = false;

  // Of the last one who was let in by the server.
  function offer(answer) {
    ticket = answer.verdict === 'admitted' && !answer.provisional ? answer.ticket?.id : undefined;
    button.hidden = !ticket || !label.value;
  }

  async function print() {
    if (printing) return;
    printing = true;
    const answer = await server.label(ticket, label.value, labelFormat.value);
    printing = false;
    if (!answer.ok) return view.show({ tone: 'warn', title: words.say('label_none'), detail: words.say('label_none_line') });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(answer.body);
    if (labelFormat.value === 'pdf') link.target = '_blank';
    else link.download = 'label.zpl';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  button.addEventListener('click', print);
  return { offer };
}
