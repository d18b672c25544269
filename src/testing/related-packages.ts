import fc from 'fast-check';
import type { PackageContents } from '../model/package-contents.ts';
import type { AnnotationSet, Id } from '../model/records.ts';
import { sha256 } from '../text/hash.ts';
import { generatedSet } from './generated-set.ts';

const step = fc.record({
  machine: fc.nat(2),
  kind: fc.constantFrom('note', 'delete', 'name', 'status', 'entry', 'export', 'part', 'silent', 'rescue', 'take'),
  pick: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What three machines that begin with the same package have exported, or rescued without noting it, after working on it apart and taking from each other. */
export const relatedPackages: fc.Arbitrary<readonly PackageContents[]> = fc
  .tuple(generatedSet, fc.array(step, { minLength: 4, maxLength: 16 }))
  .map(([base, steps]) => exportsOf(base, steps));

function exportsOf(base: PackageContents, steps: readonly Step[]): PackageContents[] {
  const machines = [base, base, base];
  const exported: PackageContents[] = [base];
  steps.forEach(({ machine, kind, pick }, count) => {
    const now = machines[machine] ?? base;
    if (kind === 'rescue') exported.push({ ...now, sets: (now.sets ?? []).map((set) => ({ ...set, ahead: true })) });
    else if (kind === 'take') machines[machine] = machines[pick % machines.length] ?? now;
    else if (kind === 'export' || kind === 'part' || kind === 'silent') {
      machines[machine] = withHead(now, pick, count);
      exported.push(limited(machines[machine] ?? now, kind, pick));
    } else machines[machine] = worked(now, kind, pick, count);
  });
  return exported;
}

const at = <T>(values: readonly T[] | undefined, pick: number): T | undefined => values?.[pick % values.length];

const changed = <T extends { readonly id: Id }>(values: readonly T[] | undefined, one: T | undefined, after: Partial<T>): T[] =>
  (values ?? []).map((value) => (value === one ? { ...value, ...after } : value));

function withHead(contents: PackageContents, pick: number, count: number): PackageContents {
  const set = at(contents.sets, pick);
  return { ...contents, sets: changed(contents.sets, set, { heads: [...(set?.heads ?? []), sha256(`export ${count}`)] }) };
}

function worked(contents: PackageContents, kind: Step['kind'], pick: number, count: number): PackageContents {
  const { annotations, articles, authors, entities, relations } = contents;
  if (kind === 'note') return { ...contents, annotations: changed(annotations, at(annotations, pick), { note: `note ${count}` }) };
  if (kind === 'name') return { ...contents, authors: changed(authors, at(authors, pick), { name: `Person ${count}` }) };
  if (kind === 'status') return { ...contents, articles: changed(articles, at(articles, pick), { status: 'done' }) };
  if (kind === 'entry') return { ...contents, entities: changed(entities, at(entities, pick), { name: `Entry ${count}` }) };
  const gone = at(annotations, pick)?.id;
  return {
    ...contents,
    ...(annotations && { annotations: annotations.filter(({ id }) => id !== gone) }),
    ...(relations && { relations: relations.filter(({ from, to }) => from !== gone && to !== gone) }),
  };
}

/** A copy of a part, or one without notes. */
function limited(contents: PackageContents, kind: Step['kind'], pick: number): PackageContents {
  const { annotations = [], relations = [], sets = [] } = contents;
  if (kind === 'silent') {
    const silent = annotations.map(({ note: _, ...annotation }) => annotation);
    return { ...contents, annotations: silent, sets: sets.map((set) => withPart(set, { withoutNotes: true })) };
  }
  const text = kind === 'part' ? at(contents.texts, pick)?.id : undefined;
  if (text === undefined) return contents;
  const kept = new Set(annotations.filter((annotation) => annotation.text === text).map(({ id }) => id));
  return {
    ...contents,
    annotations: annotations.filter(({ id }) => kept.has(id)),
    relations: relations.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    sets: sets.map((set) => withPart(set, { texts: [text] })),
  };
}

const withPart = (set: AnnotationSet, part: AnnotationSet['part']): AnnotationSet => ({ ...set, ...(part && { part }) });
