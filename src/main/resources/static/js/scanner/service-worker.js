// Opens the scanner without a network. It serves what lies under its scope and the files that those pages load, and nothing else of
// the product: no answer of the API is kept. `files` and `version` come with the script that imports this one.

const name = `scanner-${self.version}`;
const shell = '/scanner';
const patience = 1500;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([...self.files, shell])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') event.respondWith(page(event.request, pathname));
  else if (pathname.startsWith('/assets/') || self.files.includes(pathname)) event.respondWith(file(event.request));
});

async function dropOthers() {
  for (const other of await caches.keys()) if (other.startsWith('scanner-') && other !== name) await caches.delete(other);
}

// From the network where it answers soon, else as it was kept. A page with somebody's name on it is never kept: the shell finds its door itself.
async function page(request, pathname) {
  const fresh = fetch(request).then(async (response) => {
    if (pathname === shell && response.ok) await (await caches.open(name)).put(shell, response.clone());
    return response;
  });
  const soon = new Promise((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([fresh.catch(() => undefined), soon]);
  return answer && answer.status < 500 ? answer : ((await (await caches.open(name)).match(shell)) ?? fresh);
}

async function file(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
