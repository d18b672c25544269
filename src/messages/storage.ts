const reasons: Readonly<Record<string, string>> = {
  quota: 'the disk or the browser’s share of it is full. Free some space; it is tried again',
  blocked: 'the database does not answer. Work goes on; it is tried again',
  closed: 'the database was closed. It is being opened again',
  lost: 'the browser has lost its database. It is being restored from the second copy',
  gone: 'the browser has deleted both copies of this project, as when a disk is full. What this window holds is saved anew as soon as there is space',
  unavailable: 'this browser keeps no data here, as in a private window. Export before you close it',
  'newer-database': 'a newer Attest has written this project. Reload to get it',
  'not-migrated': 'the project is not yet in the form this Attest needs. Reload to try again',
  'corrupt-text': 'a stored text is damaged',
  erased: 'this project was erased in another tab',
};

/** Why storage did not do what it was asked, as the second half of a sentence; `kind` is that of a `StorageError`. */
export const storageReason = (kind: string): string => reasons[kind] ?? 'the database reported an error';
