// The server's side of the door (docs/door-api.md). Each call answers {ok, status, body} or, where nothing came back, {status: 0}.

const longest = 10000;
// answers that tell nothing of what was asked: the server did not come to it
const passing = [408, 425, 429];

export function passes({ status }) {
  return passing.includes(status);
}

// @param station {event: {id}, token}; without a token the session of whoever is signed in counts
export function api(station, fetching = (...args) => fetch(...args)) {
  const base = `/api/v1/events/${station.event.id}`;
  const headers = station.token ? { Authorization: `Bearer ${station.token}` } : {};
  const credentials = station.token ? 'omit' : 'same-origin';
  const call = (path, options = {}) =>
    ask(fetching, base + path, { ...options, headers: { ...headers, ...options.headers }, credentials });
  const post = (path, body, more) => call(path, json(body, more));
  return {
    door: (after) => call(`/door${after ? `?conflictsAfter=${after}` : ''}`),
    roster: (cursor) => call(`/roster${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, { as: 'text', patience: 30000 }),
    names: (typed) => call(`/door/tickets?q=${encodeURIComponent(typed)}`),
    label: (ticket, size, format) => call(`/door/tickets/${ticket}/label?size=${size}&format=${format}`, { as: 'blob' }),
    offer: (code) => call(`/door/offer${code ? `?code=${encodeURIComponent(code)}` : ''}`),
    quote: (cart) => post('/door/quotes', cart),
    // the same key again answers what the first sale became
    sell: (sale, key) => post('/door/sales', sale, { headers: { 'Idempotency-Key': key } }),
    rename: (ticket, name) => post(`/door/tickets/${ticket}/holder`, { name }, { method: 'PUT' }),
    scan: (scan) => post('/check-ins', scan),
    batch: (scans, conflictsAfter) =>
      post('/check-ins/batches', { sentAt: new Date(Date.now()).toISOString(), conflictsAfter, scans }),
  };
}

export function enrol(token, key, fetching = (...args) => fetch(...args)) {
  return ask(fetching, '/api/v1/device-enrolments', { ...json({ token, key }), credentials: 'omit' });
}

// What a session may open, by the slug in the address.
export function doorOf(slug) {
  return ask((...args) => fetch(...args), `/api/v1/events/${slug}/door`, { credentials: 'same-origin' });
}

function json(body, { method = 'POST', headers = {} } = {}) {
  return { method, body: JSON.stringify(body), headers: { ...headers, 'Content-Type': 'application/json' } };
}

async function ask(fetching, path, { as = 'json', patience = longest, ...options }) {
  const sentAt = Date.now();
  try {
    const response = await fetching(path, { ...options, cache: 'no-store', signal: AbortSignal.timeout(patience) });
    const body = await (response.ok ? response[as]() : response.json());
    return { ok: response.ok, status: response.status, body, sentAt, receivedAt: Date.now() };
  } catch {
    return { ok: false, status: 0, sentAt, receivedAt: Date.now() };
  }
}
