// Conflicts that this gate takes part in: told at once, and shown until somebody has seen them.

export async function conflictList({ view, words, store }) {
  const open = new Map(((await store.get('conflicts')) ?? []).map((conflict) => [conflict.id, conflict]));
  const dialog = view.one('conflict-panel');

  function draw() {
    const button = view.one('conflicts');
    button.hidden = open.size === 0;
    button.querySelector('span').textContent = words.say('conflicts', { count: open.size });
    view.list(
      view.one('conflict-list'),
      [...open.values()].map(words.conflict).map(({ title, scans }) => ({ level: 'warn', text: [title, ...scans].join('\n') })),
    );
  }

  function add(found) {
    const fresh = found.filter(({ id, settledAt }) => !open.has(id) && !settledAt);
    if (fresh.length === 0) return;
    fresh.forEach((conflict) => open.set(conflict.id, conflict));
    store.put('conflicts', [...open.values()]);
    const { title, scans } = words.conflict(fresh.at(-1));
    view.show({ tone: 'warn', title: words.say('conflict'), line: title, detail: scans.join(' · ') });
    draw();
  }

  view.one('conflicts').addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'seen') return;
    open.clear();
    store.put('conflicts', []);
    draw();
  });
  draw();
  return { add };
}
