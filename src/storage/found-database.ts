/** The database as the browser has it, whatever its version, or `null` where there is none or it does not open like this. While it is open nobody can change its layout. */
export function foundDatabase(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    // Without a version this event means that there was none: it must not be made in passing.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}
