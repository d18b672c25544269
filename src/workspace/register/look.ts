import type { Id } from '../../model/records.ts';
import { saidBy } from '../../model/views/statements.ts';
import type { Host } from '../host.ts';
import type { Found } from './register-state.ts';
import { showRegister } from './show.ts';

const turns = new WeakMap<Host, number>();

/** Gives a question that is `false` as soon as the same host was asked for a newer turn. */
function newTurn(host: Host): () => boolean {
  const turn = (turns.get(host) ?? 0) + 1;
  turns.set(host, turn);
  return () => turns.get(host) === turn;
}

/** Counts for the list of entries. */
export async function lookAtList(host: Host): Promise<void> {
  const isNewest = newTurn(host);
  const counts = await host.store.mentionCounts();
  if (isNewest()) showRegister(host, { counts });
}

/** Reads who an entry is in the texts and what they say. The first look shows what comes as it comes; a later one leaves the old until all is read. */
export async function lookAt(host: Host, entity: Id): Promise<void> {
  const isNewest = newTurn(host);
  const again = host.state.getState().register.found?.entity === entity;
  let found: Found = { entity, mentions: [], statements: [], whole: false };
  if (!again) showRegister(host, { found });
  for await (const tags of host.store.tagsAround(entity)) {
    if (!isNewest()) return;
    const { mentions, statements } = saidBy(tags, entity);
    found = { ...found, mentions: [...found.mentions, ...mentions], statements: [...found.statements, ...statements] };
    if (!again) showRegister(host, { found });
  }
  if (isNewest()) showRegister(host, { found: { ...found, whole: true } });
}
