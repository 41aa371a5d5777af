// What this device keeps: single facts by name, scans in their order, admissions by ticket. In IndexedDB; where that is refused,
// in memory, and `durable` says so. clear() forgets all but the facts it is given, in one moment.

const tables = { scans: 'nonce', seen: 'ticket' };
const longest = 1000;
const seldom = 2000;

// Changes for write(): a row that is kept from now on, and one that is gone.
export const kept = (table, row) => ({ table, key: row[tables[table]], row });
export const gone = (table, key) => ({ table, key });
const fact = (key, row) => ({ table: 'facts', key, row });
const factsOf = (facts) => Object.entries(facts).map(([key, row]) => fact(key, row));
const mark = ({ table, key }) => `${table} ${key}`;

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

  // All of it in one transaction, since each waits for the disk. Answers when it is there, or when it is clear that it is not, or when
  // that takes too long for whoever stands at the gate.
  async function write(...changes) {
    if (changes.length === 0) return;
    await all.write(...changes);
    changes.forEach((one) => unsaved.delete(mark(one)));
    const saving = saved(changes);
    const ok = await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, longest))]);
    if (!ok) {
      changes.forEach((one) => unsaved.set(mark(one), one));
      saving.then((late) => late && changes.forEach(isSaved));
    }
    if (ok && unsaved.size > 0 && Date.now() - retried > seldom) retry();
  }

  async function retry() {
    retried = Date.now();
    for (const one of [...unsaved.values()]) {
      // what is newer is on its way already
      if (unsaved.get(mark(one)) === one && (await saved([one]))) isSaved(one);
    }
  }

  function isSaved(one) {
    if (unsaved.get(mark(one)) === one) unsaved.delete(mark(one));
  }

  function saved(changes) {
    return new Promise((resolve) => {
      try {
        const names = [...new Set(changes.map(({ table }) => table))];
        const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
        changes.forEach((one) => change(transaction.objectStore(one.table), one));
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
  return {
    get durable() {
      return unsaved.size === 0;
    },
    get: (key) => read('facts', (facts) => facts.get(key)).catch(() => all.get(key)),
    put: (key, value) => write(fact(key, value)),
    rows: (table) => read(table, (rows) => rows.getAll()).catch(() => all.rows(table)),
    write,
    async clear(facts = {}) {
      await all.clear(facts);
      unsaved.clear();
      await saved([...['facts', 'scans', 'seen'].map((table) => ({ table })), ...factsOf(facts)]);
    },
  };
}

function change(store, { table, key, row }) {
  if (key === undefined) store.clear();
  else if (row === undefined) store.delete(key);
  else if (table === 'facts') store.put(row, key);
  else store.put(row);
}

function inMemory() {
  const all = { facts: new Map(), scans: new Map(), seen: new Map() };
  const write = async (...changes) =>
    changes.forEach(({ table, key, row }) => (row === undefined ? all[table].delete(key) : all[table].set(key, row)));
  return {
    durable: false,
    get: async (key) => all.facts.get(key),
    put: (key, value) => write(fact(key, value)),
    rows: async (table) => [...all[table].values()],
    write,
    async clear(facts = {}) {
      Object.values(all).forEach((table) => table.clear());
      await write(...factsOf(facts));
    },
  };
}
