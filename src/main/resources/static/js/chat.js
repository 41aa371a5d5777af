// A room that is open: <section data-chat="stream" data-chat-news="url"> with a log whose data-changes says up to where it was read.
// The stream tells the room's count alone; what is new is asked for, so that nothing is missed while a connection was gone.

export function start(room) {
  const log = room.querySelector('[role=log]');
  const form = room.querySelector('form[action$="/messages"]');
  let source = listen(room, log);
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => event.persisted && (source = listen(room, log)));
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form, room, log);
  });
  log.scrollTop = log.scrollHeight;
}

function listen(room, log) {
  const source = new EventSource(room.dataset.chat);
  let wanted = 0;
  let asking = false;
  source.addEventListener('chat', async (event) => {
    wanted = Number(event.data);
    if (asking) return;
    asking = true;
    // not everybody at the same moment
    await new Promise((done) => setTimeout(done, Math.random() * 250));
    while (wanted > Number(log.dataset.changes) && (await catchUp(room, log)));
    asking = false;
  });
  return source;
}

async function catchUp(room, log) {
  const answer = await fetch(`${room.dataset.chatNews}?since=${log.dataset.changes}`).catch(() => null);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const news = page.querySelector('[data-changes]');
  if (!news || Number(news.dataset.changes) <= Number(log.dataset.changes)) return false;
  const below = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  for (const line of [...news.children]) {
    const known = document.getElementById(line.id);
    if (known) known.replaceWith(line);
    else log.append(line);
  }
  log.dataset.changes = news.dataset.changes;
  room.querySelector('[data-chat-empty]')?.remove();
  if (below) log.scrollTop = log.scrollHeight;
  return true;
}

async function send(form, room, log) {
  const button = form.querySelector('button');
  const told = form.querySelector('[data-chat-told]');
  button.disabled = true;
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'X-Live': 'true' },
    body: new URLSearchParams(new FormData(form)),
  }).catch(() => null);
  button.disabled = false;
  told.textContent = answer && answer.status !== 500 ? words(await answer.text()) : '…';
  if (!answer?.ok) return;
  form.reset();
  form.elements.body.value = '';
  form.elements.body.focus();
  await catchUp(room, log);
}

// A sentence; or a whole page, as for whoever is signed out meanwhile, of which the heading says it.
function words(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return (page.querySelector('h1') ?? page.body).textContent.trim();
}
