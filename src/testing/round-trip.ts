import { canonicalJson } from '../formats/canonical.ts';
import type { Format, FormatFile, Given, ReadOutcome } from '../formats/format.ts';
import { carried } from '../formats/losses.ts';
import { readPackage } from '../formats/package/read.ts';
import { writePackage } from '../formats/package/write.ts';
import { type TagsOfSet, taggedTexts } from '../formats/tagged-texts.ts';
import { newsroomCore } from '../model/codebooks/newsroom-core.ts';
import { grouped } from '../model/grouped.ts';
import type { PackageContents } from '../model/package-contents.ts';

/** What a file is read against where nothing is known. */
export const nothingKnown: Given = {
  known: {},
  codebook: newsroomCore,
  author: { id: '00000000-0000-4000-8000-000000000001', name: 'Importer' },
  at: '2026-03-01T00:00:00.000Z',
};

const application = 'Attest';

/** What would be wrong with these contents in a package. */
export function faultsAsPackage(contents: PackageContents): readonly unknown[] {
  const read = readPackage(writePackage(contents, application).bytes);
  return 'faults' in read ? read.faults : [];
}

/** Contents written, changed by `spoil`, and read again. */
export function goThrough(
  { write, read }: Format,
  contents: PackageContents,
  spoil: (files: readonly FormatFile[]) => readonly FormatFile[] = (files) => files,
  given: Given = nothingKnown,
): ReadOutcome {
  if (!write || !read) throw new Error('The format goes one way only.');
  return read(spoil(write(contents, { application }).files), given);
}

/** What came back from a format as text that can be compared with that of `expectedFrom`. */
export function whatCame(format: Format, outcome: ReadOutcome): string {
  if (outcome.outcome !== 'read') return canonicalJson(outcome);
  return format.drops.includes('ids') ? shapes(format, outcome.contents) : asPackage(outcome.contents);
}

/** What has to come back from a format: everything but what it says that it drops. */
export function expectedFrom(format: Format, contents: PackageContents): string {
  const left = carried(contents, format.drops);
  return format.drops.includes('ids') ? shapes(format, left) : asPackage(left);
}

function asPackage({ annotations = [], relations = [], entities = [], ...contents }: PackageContents): string {
  return new TextDecoder().decode(writePackage({ ...contents, annotations, relations, entities }, application).bytes);
}

/** What each set has on each text without what is made anew, in the order of the file; sets are new too, so that their order says nothing. */
function shapes({ drops }: Format, contents: PackageContents): string {
  const groups = taggedTexts(contents).flatMap(({ text, sets }) =>
    sets.map((tags) => ({ text: text.id, set: tags.set.id, ...shapeOf(tags) })),
  );
  const sets = [...grouped(groups, ({ set }) => set).values()].map((own) =>
    canonicalJson(own.map(({ set: _, ...group }) => group).sort((a, b) => (a.text < b.text ? -1 : 1))),
  );
  return canonicalJson({ drops, sets: sets.sort().map((json) => JSON.parse(json)) });
}

function shapeOf({ annotations, relations }: TagsOfSet) {
  const places = new Map(annotations.map(({ id }, index) => [id, index]));
  const tags = annotations.map(({ type, segments, attributes, note, flag, suggested, acknowledged, origin, codebook }) => ({
    ...{ type, segments, attributes, note, flag, suggested, acknowledged, origin, codebook },
  }));
  const links = relations.map(({ type, from, to, order }) => ({ type, from: places.get(from), to: places.get(to), order }));
  return { tags, links };
}
