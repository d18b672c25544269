import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePackages } from '../../formats/package/merge.ts';
import { setAttribute } from '../../model/commands/attributes.ts';
import { link } from '../../model/commands/links.ts';
import { addTag, deleteTag, retype, setSegments } from '../../model/commands/tags.ts';
import type { Context } from '../../model/context.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { applyPatch, type Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Id, Verdict } from '../../model/records.ts';
import { projectContents } from '../../model/views/project-contents.ts';
import { checkPatch } from '../../testing/check-patch.ts';
import { randomCommand, type Step } from '../../testing/random-command.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { count, seed } from '../../testing/test-length.ts';
import { carryOut } from './carry-out.ts';
import { addRemark, amendVerdict, answerVerdict, type Decision, giveVerdicts } from './commands.ts';
import { decisionsFrom } from './derive.ts';
import { severityOf } from './severity.ts';
import { standingVerdicts, threadOf } from './standing.ts';
import { hasChanged } from './state.ts';

const text = 'Fire in Port Ellery\n\nBy Mara Ellison\n\n“The bridge is safe,” Kim told AFP. Officials said 12 people were hurt.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** A quote by Kim and a claim without a source. */
function reviewed() {
  const { project, context, texts } = sampleProject(text);
  const [hash = ''] = texts;
  const tag = (so: Project, type: string, words: string) =>
    applyPatch(so, addTag(so, { text: hash, type, stretches: [at(words)] }, context));
  const tags = [
    ['quote', '“The bridge is safe,”'],
    ['source', 'Kim'],
    ['claim', '12 people were hurt'],
  ].reduce((so, [type = '', words = '']) => tag(so, type, words), project);
  const [quote = '', kim = '', claim = ''] = [...tags.annotations.keys()];
  const start = applyPatch(tags, link(tags, { type: 'said-by', from: quote, to: kim }, context));
  return { start, context, hash, quote, kim, claim };
}

type Editing = (project: Project, context: Context, ids: ReturnType<typeof reviewed>) => Patch;

const edits: Readonly<Record<string, readonly [Verdict['kind'], Editing]>> = {
  'other edges': [
    'boundary',
    (project, context, { quote }) => setSegments(project, { annotation: quote, stretches: [at('The bridge is safe')] }, context),
  ],
  'another type': ['retag', (project, context, { claim }) => retype(project, { annotation: claim, type: 'quote' }, context)],
  'a value': [
    'value',
    (project, context, { claim }) => setAttribute(project, { annotation: claim, attribute: 'kind', value: 'pledge' }, context),
  ],
  'a link': [
    'link',
    (project, context, { quote, kim, claim }) => link(project, { type: 'claimed-by', from: claim || quote, to: kim }, context),
  ],
  'a new tag': [
    'missing',
    (project, context, { hash }) => addTag(project, { text: hash, type: 'source', stretches: [at('Officials')] }, context),
  ],
  'a deletion': ['remove', (project, context, { quote }) => deleteTag(project, { annotation: quote }, context)],
};

/** What tags and links say, whatever their ids, times and proposals. */
function saidIn({ annotations, relations }: Project): unknown {
  const nameOf = (id: Id) => {
    const tag = annotations.get(id);
    return (
      tag &&
      `${tag.type} ${tag.segments.map(({ start, end }) => `${start}–${end}`).join('+')} ${JSON.stringify(Object.entries(tag.attributes).sort())}`
    );
  };
  const links = [...relations.values()].map(({ type, from, to, order }) => `${nameOf(from)} ${type} ${order} ${nameOf(to)}`);
  return [...[...annotations.keys()].map(nameOf), ...links].sort();
}

function verdictsOf(project: Project, before: Project): Verdict[] {
  return [...project.reviews.values()].filter((review): review is Verdict => 'target' in review && !before.reviews.has(review.id));
}

describe('editing a colleague’s tag', () => {
  it.each(Object.entries(edits))('%s: gives a verdict that carries it out when accepted', (_, [kind, edit]) => {
    const ids = reviewed();
    const { start, context, hash } = ids;
    const patch = edit(start, context, ids);
    const decisions = decisionsFrom(start, patch);
    const given = checkPatch(start, giveVerdicts(start, { set: context.set, text: hash }, decisions, context));
    const [verdict, ...more] = verdictsOf(given, start);
    expect(more).toEqual([]);
    expect(verdict).toMatchObject({ kind, author: context.author, set: context.set, text: hash });
    expect(saidIn(given)).toEqual(saidIn(start));
    const done = carryOut(given, verdict as Verdict, context);
    expect(saidIn(checkPatch(given, done ?? []))).toEqual(saidIn(applyPatch(start, patch)));
  });

  it('says by its verdicts all that it would have done', () => {
    const step: fc.Arbitrary<Step> = fc.record({
      command: fc.constantFrom(5, 8, 11, 14, 15, 16),
      one: fc.nat(),
      two: fc.nat(),
      stretches: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 2 }),
    });
    let said = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const { start, context, hash } = reviewed();
        let project = start;
        for (const one of steps) {
          const patch = randomCommand(project, one, [hash], context);
          const decisions = decisionsFrom(project, patch);
          const given = applyPatch(project, giveVerdicts(project, { set: context.set, text: hash }, decisions, context));
          const carried = verdictsOf(given, project).reduce((so, verdict) => applyPatch(so, carryOut(so, verdict, context) ?? []), given);
          const edited = applyPatch(project, patch);
          expect(saidIn(carried)).toEqual(saidIn(edited));
          said += decisions.length;
          project = edited;
        }
      }),
      { seed, numRuns: count(60, 1_000) },
    );
    expect(said).toBeGreaterThan(20);
  });

  it('says nothing of notes', () => {
    const { start, claim } = reviewed();
    const before = start.annotations.get(claim) ?? null;
    expect(decisionsFrom(start, [{ table: 'annotations', id: claim, before, after: before && { ...before, note: 'see me' } }])).toEqual([]);
  });
});

describe('verdicts', () => {
  const decided = (project: Project, context: Context, hash: string, ...decisions: Decision[]) =>
    checkPatch(project, giveVerdicts(project, { set: context.set, text: hash }, decisions, context));
  const standing = (project: Project) => standingVerdicts(project.reviews.values()).map(({ kind }) => kind);

  it('take the place of what the same person said of the tag before, and of nobody else’s', () => {
    const { start, context, hash, quote } = reviewed();
    const other = applyPatch(start, [{ table: 'authors', id: 'other', before: null, after: { id: 'other', name: 'Other' } }]);
    const first = decided(other, { ...context, author: 'other' }, hash, { kind: 'remove', target: [quote] });
    const second = decided(
      first,
      context,
      hash,
      { kind: 'boundary', target: [quote], proposal: {} },
      { kind: 'value', target: [quote], proposal: {} },
    );
    expect(standing(second)).toEqual(['remove', 'boundary', 'value']);
    expect(standing(decided(second, context, hash, { kind: 'boundary', target: [quote], proposal: {} }))).toEqual([
      'remove',
      'value',
      'boundary',
    ]);
    const agreed = decided(second, context, hash, { kind: 'agree', target: [quote] });
    expect(standing(agreed)).toEqual(['remove', 'agree']);
    expect(agreed.reviews.size).toBe(4);
  });

  it('do not lose to a verdict of somebody else that says it takes their place', () => {
    const { start, context, hash, quote } = reviewed();
    const given = decided(start, context, hash, { kind: 'remove', target: [quote] });
    const [verdict] = given.reviews.values();
    const forged = { ...(verdict as Verdict), id: 'f', author: 'somebody', kind: 'agree' as const, replaces: [verdict?.id ?? ''] };
    expect(standingVerdicts([...given.reviews.values(), forged]).map(({ kind }) => kind)).toContain('remove');
  });

  it('know whether what they are about has changed, whoever has noted something', () => {
    const { start, context, hash, claim } = reviewed();
    const given = decided(start, context, hash, { kind: 'question', target: [claim] });
    const [verdict] = verdictsOf(given, start);
    const tag = given.annotations.get(claim);
    const noted = applyPatch(given, [{ table: 'annotations', id: claim, before: tag ?? null, after: tag ? { ...tag, note: 'x' } : null }]);
    expect(verdict && hasChanged(noted, verdict)).toBe(false);
    const moved = applyPatch(given, setSegments(given, { annotation: claim, stretches: [at('12 people')] }, context));
    expect(verdict && hasChanged(moved, verdict)).toBe(true);
    expect(verdict && hasChanged(applyPatch(given, deleteTag(given, { annotation: claim }, context)), verdict)).toBe(true);
  });

  it('cannot be carried out where their tag is gone', () => {
    const { start, context, hash, claim } = reviewed();
    const given = decided(start, context, hash, {
      kind: 'boundary',
      target: [claim],
      proposal: { segments: start.annotations.get(claim)?.segments ?? ([] as never) },
    });
    const [verdict] = verdictsOf(given, start);
    const gone = applyPatch(given, deleteTag(given, { annotation: claim }, context));
    expect(verdict && carryOut(gone, verdict, context)).toBeNull();
  });

  it('weigh as the rule says unless somebody says otherwise', () => {
    const { start, context, hash, quote, kim } = reviewed();
    const decisions: Decision[] = [
      { kind: 'boundary', target: [quote], proposal: {} },
      { kind: 'value', target: [quote], proposal: { attributes: { form: 'direct' } } },
      { kind: 'value', target: [kim], proposal: { attributes: { entity: kim } } },
      { kind: 'link', target: [quote], proposal: {} },
      { kind: 'missing', target: [], severity: 'cosmetic', proposal: {} },
    ];
    const given = decided(start, context, hash, ...decisions);
    expect(verdictsOf(given, start).map((one) => severityOf(given, one))).toEqual(['cosmetic', 'rule', 'meaning', 'meaning', 'cosmetic']);
  });

  it('are amended, answered and talked about by records of their own', () => {
    const { start, context, hash, quote } = reviewed();
    const given = decided(start, context, hash, { kind: 'remove', target: [quote], comment: 'No.' });
    const [verdict] = verdictsOf(given, start);
    const id = verdict?.id ?? '';
    const answered = checkPatch(given, answerVerdict(given, { verdict: id, kind: 'discuss', comment: ' Why? ' }, context));
    const remarked = checkPatch(answered, addRemark(answered, { verdict: id, comment: 'Nobody says it.' }, context));
    const amended = checkPatch(remarked, amendVerdict(remarked, { verdict: id, severity: 'rule', ruleUnclear: true }, context));
    expect(amended.reviews.get(id)).toEqual(verdict);
    const [last] = standingVerdicts(amended.reviews.values());
    expect(last).toMatchObject({
      kind: 'remove',
      comment: 'No.',
      severity: 'rule',
      ruleUnclear: true,
      state: verdict?.state,
      replaces: [id],
    });
    const thread = last && threadOf(last, amended.reviews);
    expect(thread?.words.map(({ comment }) => comment)).toEqual(['Why?', 'Nobody says it.']);
    // What was said of the verdict before is no answer to this one.
    expect(thread?.answer).toBeNull();
    expect(amendVerdict(amended, { verdict: last?.id ?? '', severity: 'rule' }, context)).toEqual([]);
  });

  it('of two replies stand side by side in whatever order they are put together', () => {
    const { start, context, hash, quote, claim } = reviewed();
    const one: PackageContents = projectContents(decided(start, context, hash, { kind: 'agree', target: [quote] }));
    const two: PackageContents = projectContents(decided(start, context, hash, { kind: 'remove', target: [claim] }));
    const merged = mergePackages([one, two]);
    expect(merged.reviews).toHaveLength(2);
    expect(merged.variants).toBeUndefined();
    expect(mergePackages([two, one, two])).toEqual(merged);
    // Two contents under one id are kept both, for a person to decide.
    const other = { ...one, reviews: (one.reviews ?? []).map((review) => ({ ...review, comment: 'Changed on the way.' })) };
    expect(mergePackages([one, other]).variants).toHaveLength(1);
  });
});
