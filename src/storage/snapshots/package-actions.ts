import type { PackageContents } from '../../model/package-contents.ts';
import type { Id, TextRecord } from '../../model/records.ts';
import type { JournalAction } from '../journal/line.ts';
import { textsNamedBy } from '../stored-history.ts';

/** The journal of a package as actions, each with the texts it brought; a text that no action names comes with the first. */
export function actionsOf({ journal = [], texts = [] }: PackageContents): JournalAction[] {
  const left = new Map(texts.map((text) => [text.id, text]));
  const actions = [...journal]
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => ({ entry, texts: textsNamedBy(entry.patch).flatMap((id) => take(left, id)) }));
  const [first, ...rest] = actions;
  return first ? [{ ...first, texts: [...first.texts, ...left.values()] }, ...rest] : [];
}

function take(left: Map<Id, TextRecord>, id: Id): TextRecord[] {
  const text = left.get(id);
  left.delete(id);
  return text ? [text] : [];
}
