// What this device keeps: single facts by name, scans in their order, admissions by ticket. In IndexedDB; where that is refused,
// in memory, and `durable` says so.

// @param event whose door it is: each has a database of its own
export async function openStore(event, factory = globalThis.indexedDB) {
  try {
    return inDatabase(await opened(factory, `marquee-scanner-${event}`));
  } catch {
    return inMemory();
  }
}

function opened(factory, name) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('facts');
      request.result.createObjectStore('scans', { keyPath: 'nonce' });
      request.result.createObjectStore('seen', { keyPath: 'ticket' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function inDatabase(database) {
  const all = inMemory();
  let durable = true;
  // answers when it is on the disk; a refusal is remembered, and memory goes on
  const write = (table, change) =>
    new Promise((resolve) => {
      try {
        const transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
        change(transaction.objectStore(table));
        transaction.oncomplete = () => resolve((durable = true));
        transaction.onabort = transaction.onerror = () => resolve((durable = false));
      } catch {
        resolve((durable = false));
      }
    });
  const read = (table, ask) =>
    new Promise((resolve, reject) => {
      const request = ask(database.transaction(table).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  return {
    get durable() {
      return durable;
    },
    get: (key) => read('facts', (facts) => facts.get(key)).catch(() => all.get(key)),
    put: (key, value) => all.put(key, value).then(() => write('facts', (facts) => facts.put(value, key))),
    rows: (table) => read(table, (rows) => rows.getAll()).catch(() => all.rows(table)),
    add: (table, ...rows) => all.add(table, ...rows).then(() => write(table, (store) => rows.forEach((row) => store.put(row)))),
    remove: (table, ...keys) => all.remove(table, ...keys).then(() => write(table, (store) => keys.forEach((key) => store.delete(key)))),
    async clear() {
      await all.clear();
      for (const table of ['facts', 'scans', 'seen']) await write(table, (store) => store.clear());
    },
  };
}

function inMemory() {
  const facts = new Map();
  const tables = { scans: new Map(), seen: new Map() };
  const keys = { scans: 'nonce', seen: 'ticket' };
  return {
    durable: false,
    get: async (key) => facts.get(key),
    put: async (key, value) => void facts.set(key, value),
    rows: async (table) => [...tables[table].values()],
    add: async (table, ...rows) => rows.forEach((row) => tables[table].set(row[keys[table]], row)),
    remove: async (table, ...gone) => gone.forEach((key) => tables[table].delete(key)),
    clear: async () => [facts, ...Object.values(tables)].forEach((table) => table.clear()),
  };
}
