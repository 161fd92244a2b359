// The key files that this browser keeps: each under its passphrase, in its own store, and told to no server.
const STORE = 'servanda-keys';
const TABLE = 'files';

async function opened(): Promise<IDBDatabase> {
  return await new Promise((resolve, reject) => {
    const asked = indexedDB.open(STORE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('keys: the store does not open'));
  });
}

async function answered<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const asked = ask(store.transaction(TABLE, mode).objectStore(TABLE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('keys: the store does not answer'));
    });
  } finally {
    store.close();
  }
}

/** Keeps a key file under the name of its key. */
export async function keepFile(name: string, text: string): Promise<void> {
  await answered('readwrite', (table) => table.put(text, name));
}

/** The key file of that name, where this browser keeps it. */
export async function keptFile(name: string): Promise<string | undefined> {
  return await answered('readonly', (table) => table.get(name) as IDBRequest<string | undefined>);
}
