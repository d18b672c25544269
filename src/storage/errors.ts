import type { AnyRecord, Id, TableName } from '../model/records.ts';

export type StorageFailure =
  | 'quota'
  | 'blocked'
  | 'closed'
  | 'lost'
  | 'gone'
  | 'unavailable'
  | 'newer-database'
  | 'not-migrated'
  | 'corrupt-text'
  | 'erased'
  | 'unknown';

/** Why the database did not do what it was asked; `kind` is the key of the message. */
export class StorageError extends Error {
  readonly kind: StorageFailure;

  constructor(kind: StorageFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.kind = kind;
  }
}

/** The action is in the database, but not yet in the journal beside it. */
export class NotJournaledError extends StorageError {
  constructor(error: unknown) {
    const { kind, message } = asStorageError(error);
    super(kind, message, error);
    this.name = 'NotJournaledError';
  }
}

/**
 * Why another tab is in the way. `changed`: the record is not as the action expected. `gone`: what the action points to is
 * not there. `recast`: it may not be linked like this any more. `linked`, `tagged`, `named`: a link, a tag, a source still
 * points to what the action takes away. `path`: both have changed one path of relays.
 */
export type ConflictReason = 'changed' | 'gone' | 'recast' | 'linked' | 'tagged' | 'named' | 'path' | 'answered';

/** Another tab has changed what the action builds on. Nothing was written. */
export class ConflictError extends Error {
  readonly table: TableName;
  readonly id: Id;
  readonly stored: AnyRecord | null;
  readonly reason: ConflictReason;

  constructor(table: TableName, id: Id, stored: AnyRecord | null, reason: ConflictReason = 'changed') {
    super(`Another tab is in the way of the record ${id} of ${table}: ${reason}.`);
    this.name = 'ConflictError';
    this.table = table;
    this.id = id;
    this.stored = stored;
    this.reason = reason;
  }
}

const kinds: Readonly<Record<string, StorageFailure>> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  MissingAPIError: 'unavailable',
  SecurityError: 'unavailable',
  OpenFailedError: 'unavailable',
};

/** Any error of the database as one of ours. Chromium reports a full disk as an AbortError with the cause inside. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const {
    name = '',
    message = String(error),
    inner,
  } = (error ?? {}) as { name?: string; message?: string; inner?: { name?: string } | null };
  const kind = kinds[inner?.name ?? ''] ?? kinds[name] ?? 'unknown';
  return new StorageError(kind, message, error);
}

/** In milliseconds. A store that hangs must not hang the analyst: longer than any honest write of one action on a slow disk. */
export const patience = 10_000;

/** The answer of the database, or a StorageError of kind `blocked` when it takes longer than ten seconds. */
export async function timeBoxed<T>(work: PromiseLike<T>, limit = patience): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError('blocked', 'The database does not answer.')), limit);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw isConflict(error) ? error : asStorageError(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Throws what the journal threw, as the error of an action that is already in the database. */
export function notJournaled(error: unknown): never {
  throw new NotJournaledError(error);
}

/** True when the action met a record that another tab has changed. */
export const isConflict = (error: unknown): boolean => error instanceof ConflictError;
