import { describe, expect, it } from 'vitest';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation } from '../../model/records.ts';
import { colleagues } from '../../testing/colleagues.ts';
import { comparedInProject } from '../compared-project.ts';
import { alignmentOf } from './alignment.ts';
import { reportOf } from './report.ts';

const [one] = colleagues({ articles: 1, sets: 1, tags: 6 });
const first = one?.annotations?.find(({ type }) => type === 'claim');

/** How many sets differ on the one passage that these sets tagged so; `null` for a set that did not tag it. */
function differing(...tags: readonly (Partial<Annotation> | null)[]): number | undefined {
  if (!one || !first) throw new Error('There is a claim.');
  const sets = tags.map((_, at) => ({ ...one.sets?.[0], id: `set ${at}` })) as NonNullable<PackageContents['sets']>;
  const annotations = tags.flatMap((change, at) => (change ? [{ ...first, ...change, id: `tag ${at}`, set: `set ${at}` }] : []));
  const compared = comparedInProject(
    { ...one, sets, annotations, relations: [] },
    { sets: sets.map(({ id }) => id), on: { text: first.text } },
  );
  if ('problem' in compared) throw new Error(compared.problem);
  const { hotSpots } = reportOf(alignmentOf(compared), { draws: 1, seed: 1 }, () => undefined);
  expect(hotSpots).toHaveLength(1);
  return hotSpots[0]?.differing;
}

const [segment] = first?.segments ?? [];
const shorter = { segments: [{ ...segment, end: (segment?.end ?? 0) - 8 }] } as unknown as Partial<Annotation>;
const other = { attributes: { ...first?.attributes, kind: first?.attributes.kind === 'event' ? 'rule' : 'event' } };

describe('how many sets differ on a passage', () => {
  it.each([
    ['all the same', 0, [{}, {}, {}]],
    ['one without a tag', 1, [{}, null, {}]],
    ['one with another type', 1, [{}, { type: 'quote', attributes: {} }, {}]],
    ['one with other words', 1, [{}, {}, shorter]],
    ['one with another value', 1, [{}, other, {}]],
    ['three ways', 2, [{}, other, null]],
    ['two against two', 2, [{}, {}, other, other]],
    ['what is not counted: a note, a check status', 0, [{}, { note: 'Hm.', attributes: { ...first?.attributes, status: 'checking' } }, {}]],
  ] as const)('%s: %i', (_, wanted, tags) => {
    expect(differing(...(tags as readonly (Partial<Annotation> | null)[]))).toBe(wanted);
  });
});
