// The name on the ticket that was scanned last, where this device may change it: on the server, which prints the badges.

export function renaming({ view, words, server }) {
  const button = view.one('rename');
  const panel = view.one('rename-panel');
  const form = panel.querySelector('form');
  const { name } = form.elements;
  const problem = view.one('rename-problem');
  let ticket;
  let chosen;
  let may = false;

  function offer(answer) {
    ticket = answer.provisional ? undefined : answer.ticket;
    button.hidden = !may || !ticket?.id;
  }

  async function save() {
    const answer = await server.rename(chosen.id, name.value.trim());
    if (answer.status === 0) return (problem.textContent = words.say('rename_offline'));
    if (!answer.ok) return (problem.textContent = answer.body?.errors?.[0]?.detail ?? answer.body?.detail ?? words.say('refused'));
    panel.close();
    // what another scan told meanwhile stays in view
    if (ticket?.id !== chosen.id) return;
    ticket = { ...ticket, holder: answer.body.holder };
    view.show({ tone: 'good', title: words.say('renamed'), line: [ticket.holder, ticket.type].join(' · ') });
  }

  button.addEventListener('click', () => {
    // scans go on behind the dialog
    chosen = ticket;
    name.value = chosen.holder;
    problem.textContent = '';
    panel.showModal();
    name.select();
  });
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value === 'cancel') return;
    event.preventDefault();
    save();
  });

  return { offer, allow: (allowed) => (may = allowed) };
}
