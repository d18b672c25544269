import { describe, expect, it } from 'vitest';
import { readPackage } from '../../formats/package/read.ts';
import { writePackage } from '../../formats/package/write.ts';
import { type Existing, planImport } from '../../model/commands/import-package.ts';
import { setSegments } from '../../model/commands/tags.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { applyPatch } from '../../model/patch.ts';
import { projectOf } from '../../model/project-of.ts';
import type { Review } from '../../model/records.ts';
import { allOf, exportContents } from '../../model/views/export-contents.ts';
import { fakeContext } from '../../testing/fake-context.ts';
import { samplePackage } from '../../testing/sample-package.ts';
import { answerVerdict, giveVerdicts } from './commands.ts';
import { decisionsFrom } from './derive.ts';

/** The sample package with a verdict on its quote, one that a source is missing, and an answer. */
function reviewed(): PackageContents & { readonly reviews: readonly Review[] } {
  const read = readPackage(samplePackage().bytes);
  if (!('contents' in read) || !read.contents) throw new Error('The sample is not sound.');
  const project = projectOf(read.contents);
  const [quote] = project.annotations.values();
  if (!quote) throw new Error('The sample has no quote.');
  const { text, set, author, segments } = quote;
  const context = { ...fakeContext(author, set), id: () => crypto.randomUUID() };
  const edit = setSegments(
    project,
    { annotation: quote.id, stretches: [{ start: segments[0].start + 1, end: segments[0].end - 1 }] },
    context,
  );
  const missing = { type: 'source', segments, attributes: {} };
  const decisions = [...decisionsFrom(project, edit), { kind: 'missing' as const, target: [], proposal: missing, comment: 'Who?' }];
  const given = applyPatch(project, giveVerdicts(project, { set, text }, decisions, context));
  const [first = ''] = given.reviews.keys();
  const answered = applyPatch(
    given,
    answerVerdict(given, { verdict: first, kind: 'declined', comment: 'The marks belong to it.' }, context),
  );
  return { ...read.contents, reviews: [...answered.reviews.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

const faultsOf = (contents: PackageContents): string[] => {
  const read = readPackage(writePackage(contents, 'Attest').bytes);
  return 'faults' in read ? read.faults.map(({ path, reason }) => `${path} ${reason}`) : [];
};

const other = '00000000-0000-4000-8000-0000000000ff';

describe('reviews in a package', () => {
  it('come back as they went', () => {
    const contents = reviewed();
    const read = readPackage(writePackage(contents, 'Attest').bytes);
    expect('contents' in read && read.contents?.reviews).toEqual(contents.reviews);
  });

  it.each<readonly [string, RegExp, (review: Review) => object]>([
    ['the set', /\/set The set/, (review) => ({ ...review, set: other })],
    ['the text', /\/text The text/, (review) => ({ ...review, text: 'a'.repeat(64) })],
    ['the author', /\/author The author/, (review) => ({ ...review, author: other })],
    ['the verdict', /\/verdict The verdict/, (review) => ('verdict' in review ? { ...review, verdict: other } : review)],
    ['the codebook', /\/codebook The codebook/, (review) => ('target' in review ? { ...review, codebook: 'none@1' } : review)],
    [
      'the words of a proposal',
      /\/proposal\/segments\/0\/exact The words/,
      (review) =>
        withProposal(review, (proposal) => ({
          ...proposal,
          segments: proposal.segments?.map((one) => ({ ...one, exact: 'x'.repeat(one.exact.length) })),
        })),
    ],
    [
      'the type of a proposal',
      /\/proposal\/type The codebook/,
      (review) => withProposal(review, (proposal) => ({ ...proposal, type: 'gossip', attributes: {} })),
    ],
    [
      'an entry that did not come along',
      /\/proposal\/attributes\/entity The register entry/,
      (review) => withProposal(review, (proposal) => ({ ...proposal, type: 'source', attributes: { entity: other } })),
    ],
    ['the words of an answer', /\/comment/, (review) => ('verdict' in review ? { ...review, comment: 5 } : review)],
    ['what it is', /\/kind/, (review) => ({ ...review, kind: 'applause' })],
  ])('are refused where they are wrong about %s', (_, expected, change) => {
    const contents = reviewed();
    expect(faultsOf(contents)).toEqual([]);
    const faults = faultsOf({ ...contents, reviews: contents.reviews.map(change) as Review[] });
    expect(faults.join('\n')).toMatch(/\/reviews\/\d/);
    expect(faults.join('\n')).toMatch(expected);
  });

  it('go along with the sets that are exported, without notes not at all', () => {
    const contents = reviewed();
    const project = projectOf(contents);
    const [set = ''] = project.sets.keys();
    const stored = {
      annotations: contents.annotations ?? [],
      relations: contents.relations ?? [],
      reviews: contents.reviews,
      texts: contents.texts ?? [],
    };
    const exported = exportContents(project, allOf(set), stored);
    expect(exported.reviews).toHaveLength(3);
    expect(faultsOf(exported)).toEqual([]);
    expect(exportContents(project, { ...allOf(set), withoutNotes: true }, stored).reviews).toEqual([]);
    expect(exportContents(project, { ...allOf(), articles: [] }, stored).reviews).toEqual([]);
  });

  it('are put beside those that are here; nothing takes the place of what was said here', () => {
    const contents = reviewed();
    const [first, ...others] = contents.reviews;
    const existing = (reviews: readonly Review[]): Existing => {
      const project = projectOf({ ...contents, reviews });
      return {
        record: (table, id) => project[table].get(id) ?? null,
        ofSet: () => ({ annotations: contents.annotations ?? [], relations: contents.relations ?? [] }),
        head: () => null,
      };
    };
    const some = planImport(existing(others), contents);
    expect(some.patch.map(({ table, id }) => `${table}/${id}`)).toEqual([`reviews/${first?.id}`]);
    expect(some.present.reviews).toBe(others.length);
    expect(planImport(existing(contents.reviews), contents).patch).toEqual([]);
    const differing = contents.reviews.map((review) => ({ ...review, comment: 'Changed on the way.' }));
    const taken = new Map(contents.reviews.map(({ id }) => [`reviews/${id}`, 0]));
    const plan = planImport(existing(differing as Review[]), contents, taken);
    expect(plan).toMatchObject({ patch: [], conflicts: [], kept: { reviews: contents.reviews.length } });
    expect(planImport(existing(contents.reviews), contents).kept).toEqual({});
  });
});

type Proposal = NonNullable<Extract<Review, { target: unknown }>['proposal']>;
const withProposal = (review: Review, change: (proposal: Proposal) => object): object =>
  'target' in review && review.proposal?.segments ? { ...review, proposal: change(review.proposal) } : review;
