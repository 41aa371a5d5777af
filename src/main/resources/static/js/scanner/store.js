// What this device keeps: single facts by name, scans in their order, admissions by ticket. In IndexedDB; where that is refused,
// in memory, and `durable` says so.

const keys = { scans: 'nonce', seen: 'ticket' };
const longest = 1000;
const seldom = 2000;

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
  // what memory knows and the disk does not: it was full, say. Tried again after each change.
  const unsaved = new Map();
  let retried = 0;

  // Answers when it is on the disk, or when it is clear that it is not, or when that takes too long for whoever stands at the gate.
  async function write(table, changes) {
    const marks = Object.entries(changes).map(([key, change]) => [`${table} ${key}`, { table, change }]);
    marks.forEach(([mark]) => unsaved.delete(mark));
    const saving = saved(table, changes);
    const ok = await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, longest))]);
    if (!ok) {
      marks.forEach(([mark, one]) => unsaved.set(mark, one));
      saving.then((late) => late && marks.forEach(([mark, one]) => unsaved.get(mark) === one && unsaved.delete(mark)));
    }
    if (ok && unsaved.size > 0 && Date.now() - retried > seldom) retry();
  }

  async function retry() {
    retried = Date.now();
    for (const [mark, one] of [...unsaved]) {
      // what is newer is on its way already
      if (unsaved.get(mark) !== one) continue;
      if ((await saved(one.table, { [mark]: one.change })) && unsaved.get(mark) === one) unsaved.delete(mark);
    }
  }

  function saved(table, changes) {
    return new Promise((resolve) => {
      try {
        const transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
        Object.values(changes).forEach((change) => change(transaction.objectStore(table)));
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = transaction.onerror = () => resolve(false);
      } catch {
        resolve(false);
      }
    });
  }

  const read = (table, ask) =>
    new Promise((resolve, reject) => {
      const request = ask(database.transaction(table).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const each = (keys, change) => Object.fromEntries(keys.map((key, i) => [key, change(key, i)]));
  return {
    get durable() {
      return unsaved.size === 0;
    },
    get: (key) => read('facts', (facts) => facts.get(key)).catch(() => all.get(key)),
    put: (key, value) => all.put(key, value).then(() => write('facts', { [key]: (facts) => facts.put(value, key) })),
    rows: (table) => read(table, (rows) => rows.getAll()).catch(() => all.rows(table)),
    add: (table, ...rows) => all.add(table, ...rows).then(() => write(table, each(rows.map((row) => row[keys[table]]), (key, i) => (store) => store.put(rows[i])))),
    remove: (table, ...gone) => all.remove(table, ...gone).then(() => write(table, each(gone, (key) => (store) => store.delete(key)))),
    async clear() {
      await all.clear();
      unsaved.clear();
      for (const table of ['facts', 'scans', 'seen']) await saved(table, { all: (store) => store.clear() });
    },
  };
}

function inMemory() {
  const facts = new Map();
  const tables = { scans: new Map(), seen: new Map() };
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
