/** One index of a store, as the browser describes it. */
interface IndexDump {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

/** One store with everything in it, rows in the order of their keys. */
interface StoreDump {
  readonly name: string;
  readonly keyPath: string | readonly string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly IndexDump[];
  readonly rows: readonly { readonly key: IDBValidKey; readonly value: unknown }[];
}

/** A whole database as plain JSON. `version` is the browser's own number for it: ten times that of the layout. */
export interface DatabaseDump {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

/** The answer to a request of the browser's own interface; rejects with its error. */
function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Everything in the database at one moment. Rejects where a store cannot be read. */
export async function dumpDatabase(database: IDBDatabase): Promise<DatabaseDump> {
  const names = [...database.objectStoreNames];
  if (names.length === 0) return { name: database.name, version: database.version, stores: [] };
  const transaction = database.transaction(names, 'readonly');
  const stores = await Promise.all(names.map((name) => dumpStore(transaction.objectStore(name))));
  return { name: database.name, version: database.version, stores };
}

async function dumpStore(store: IDBObjectStore): Promise<StoreDump> {
  const { name, keyPath, autoIncrement } = store;
  const indexes = [...store.indexNames].map((index) => indexDump(store.index(index)));
  const [keys, values] = await Promise.all([answerTo(store.getAllKeys()), answerTo(store.getAll())]);
  return { name, keyPath, autoIncrement, indexes, rows: keys.map((key, at) => ({ key, value: values[at] })) };
}

const indexDump = ({ name, keyPath, unique, multiEntry }: IDBIndex): IndexDump => ({ name, keyPath, unique, multiEntry });

/** Makes the database the dump was taken of, under another name where one is given. Rejects, leaving all as it was, where there is one already. */
export async function loadDump({ version, stores, ...dump }: DatabaseDump, name = dump.name): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion > 0) request.transaction?.abort();
    else for (const store of stores) loadStore(request.result, store);
  };
  const database = await answerTo(request);
  const made = database.version === version && database.objectStoreNames.length === stores.length;
  database.close();
  if (!made) throw new Error(`There is a database ${name} already.`);
}

function loadStore(database: IDBDatabase, { name, keyPath, autoIncrement, indexes, rows }: StoreDump): void {
  const store = database.createObjectStore(name, { keyPath: plainPath(keyPath), autoIncrement });
  for (const index of indexes) store.createIndex(index.name, plainPath(index.keyPath) ?? '', index);
  for (const { key, value } of rows) store.put(value, keyPath === null ? key : undefined);
}

const plainPath = (path: string | readonly string[] | null): string | string[] | null =>
  path === null || typeof path === 'string' ? path : [...path];
