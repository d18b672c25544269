import { describe, expect, it } from 'vitest';
import { codebookWith, withAttribute, withoutValue, withRelation, withType } from '../../testing/changed-codebook.ts';
import { checkPatch } from '../../testing/check-patch.ts';
import { TaggedSample } from '../../testing/tagged-sample.ts';
import type { Codebook } from '../codebooks/codebook.ts';
import { codebookRef, newsroomCore, unchosen } from '../codebooks/newsroom-core.ts';
import { applyPatch } from '../patch.ts';
import type { Project } from '../project.ts';
import { allOf, exportContents } from '../views/export-contents.ts';
import { recheckOf } from '../views/recheck.ts';
import { bringTo, chooseCodebook, keepUnder, planCodebook } from './codebooks.ts';
import { planImport } from './import-package.ts';
import { currentCodebook } from './lookup.ts';

const text = 'Headline\n\nKim said 12 people were hurt. “We won,” she added. Lee had promised it.';
const sample = new TaggedSample(text)
  .tag('hurt', 'claim', '12 people were hurt', { kind: 'quantity', voice: 'attributed' })
  .tag('promise', 'claim', 'Lee had promised it', { kind: 'pledge', voice: 'article' })
  .tag('kim', 'source', 'Kim', { kind: 'person', naming: 'named' })
  .tag('quote', 'quote', '“We won,”', { mode: 'direct' })
  .link('hurt', 'claimed-by', 'kim')
  .link('quote', 'said-by', 'kim')
  .link('hurt', 'relayed-via', 'kim');
const { project: start, context } = sample;
const sets = [context.set];

const chosen = (project: Project, codebook: Codebook) => checkPatch(project, chooseCodebook(project, codebook));
const refOf = (project: Project) => codebookRef(currentCodebook(project));
const v = (version: string, change: Partial<Codebook> = {}) => codebookWith({ version, ...change });

describe('a codebook', () => {
  it.each<readonly [string, Codebook, string]>([
    ['without its version raised', v('1.0.0', { title: 'x' }), '1.0.1'],
    ['with a lower one', v('0.9.0', { title: 'x' }), '1.0.1'],
    ['with a new check, as a patch', v('1.0.1', { checks: newsroomCore.checks.slice(1) }), '1.1.0'],
    ['with a value gone, as a minor version', { ...withoutValue('claim', 'kind', 'rule'), version: '1.4.0' }, '2.0.0'],
  ])('%s is refused, and told what it needs', (_, codebook, needed) => {
    expect(planCodebook(start, codebook)).toEqual({ kind: 'version', needed });
  });

  it('may go up further than it must, and may be another one altogether', () => {
    expect(planCodebook(start, v('7.0.0', { title: 'x' }))).toMatchObject({ kind: 'change', from: 'newsroom-core@1.0.0' });
    expect(planCodebook(start, v('0.1.0', { id: 'mine' }))).toMatchObject({ kind: 'change', changes: [] });
    expect(planCodebook(start, newsroomCore)).toEqual({ kind: 'same' });
  });

  it('lives beside the one before it; what was tagged keeps its own; it can be taken back and chosen again', () => {
    const second = chosen(start, v('1.1.0'));
    expect(refOf(second)).toBe('newsroom-core@1.1.0');
    expect([...second.codebooks.keys()]).toEqual(['newsroom-core@1.0.0', 'newsroom-core@1.1.0']);
    expect(second.annotations).toBe(start.annotations);
    // Back to the first: its record only says that it was chosen.
    const back = chosen(second, newsroomCore);
    expect(refOf(back)).toBe('newsroom-core@1.0.0');
    expect(planCodebook(back, v('1.1.0'))).toMatchObject({ kind: 'change' });
    expect(planCodebook(back, v('1.1.0', { title: 'x' }))).toEqual({ kind: 'version', needed: '1.1.1' });
    expect(chooseCodebook(back, newsroomCore)).toEqual([]);
  });

  it('is not chosen by an import, whatever its version, nor by one that says it was chosen', () => {
    const foreign = { ...v('9.0.0'), chosen: 99 };
    const imported = (project: Project) => {
      const existing = {
        record: (table: keyof Project, id: string) => (table === 'texts' ? null : (project[table].get(id) ?? null)),
        ofSet: () => ({ annotations: [], relations: [] }),
        head: () => null,
      };
      return planImport(existing, { codebooks: [foreign, { ...newsroomCore, chosen: 98 }, v('0.0.1', { id: 'zz' })] });
    };
    for (const project of [start, chosen(start, v('1.1.0'))]) {
      const plan = imported(project);
      expect(plan.conflicts).toEqual([]);
      const after = applyPatch(project, plan.patch);
      expect(after.codebooks.has('newsroom-core@9.0.0')).toBe(true);
      expect(refOf(after)).toBe(refOf(project));
    }
  });

  it('is exported without the choice, which is this project’s own', () => {
    const project = chosen(chosen(start, v('1.1.0')), newsroomCore);
    const tags = { annotations: [...project.annotations.values()], relations: [], reviews: [], texts: [] };
    expect(project.codebooks.get('newsroom-core@1.0.0')?.chosen).toBe(2);
    expect(exportContents(project, allOf(context.set), tags).codebooks).toEqual([newsroomCore]);
  });

  it('is the same in two tabs that chose at once', () => {
    const [one, other] = [v('1.1.0'), v('1.2.0')].map((codebook) => ({ ...codebook, chosen: 1 }));
    const both = (order: readonly (Codebook | undefined)[]) => ({
      codebooks: new Map(order.flatMap((codebook) => (codebook ? [[codebookRef(codebook), codebook] as const] : []))),
    });
    expect(currentCodebook(both([one, other]))).toBe(currentCodebook(both([other, one])));
  });
});

describe('what was tagged under the version before', () => {
  const listed = (codebook: Codebook, project: Project = start) =>
    recheckOf(chosen(project, codebook), sets).map(({ change, items }) => ({
      change: `${change.what} ${change.path.join('/')}`,
      tags: items.map(
        ({ annotation, legal }) => `${['hurt', 'promise', 'kim', 'quote'].find((name) => sample.id(name) === annotation)} ${legal}`,
      ),
    }));
  const two = (codebook: Codebook) => ({ ...codebook, version: '2.0.0' });

  it.each<readonly [string, Codebook, ReturnType<typeof listed>]>([
    ['new words', v('1.0.1', { title: 'x' }), []],
    [
      'a new value',
      {
        ...withAttribute('claim', 'kind', (a) => ({ ...a, values: [...(a.values ?? []), { id: 'law', label: 'Law' }] })),
        version: '1.1.0',
      },
      [],
    ],
    ['a value gone', two(withoutValue('claim', 'kind', 'pledge')), [{ change: 'value claim/kind/pledge', tags: ['promise false'] }]],
    ['a value that nobody used gone', two(withoutValue('claim', 'kind', 'rule')), []],
    [
      'newly required',
      two(withAttribute('claim', 'checkworthy', (a) => ({ ...a, required: true }))),
      [{ change: 'attribute claim/checkworthy', tags: ['hurt true', 'promise true'] }],
    ],
    ['an attribute gone', two(withAttribute('source', 'kind', () => null)), [{ change: 'attribute source/kind', tags: ['kim false'] }]],
    [
      'another kind of entry',
      two(withAttribute('quote', 'mode', (a) => ({ ...a, type: 'text' }))),
      [{ change: 'attribute quote/mode', tags: ['quote true'] }],
    ],
    [
      'another default',
      two(withAttribute('quote', 'translated', (a) => ({ ...a, default: 'no' }))),
      [{ change: 'attribute quote/translated', tags: ['quote true'] }],
    ],
    [
      'a definition, by a major version',
      two(withType('quote', (type) => ({ ...type, span: 'Other words.' }))),
      [{ change: 'type quote', tags: ['quote true'] }],
    ],
    [
      'a link that claims may no longer have',
      two(withRelation('relayed-via', (r) => ({ ...r, from: ['quote'] }))),
      [{ change: 'relation relayed-via', tags: ['hurt false'] }],
    ],
    [
      'a link that must be there',
      two(withRelation('continues', (r) => ({ ...r, required: { min: 1 } }))),
      [{ change: 'relation continues', tags: ['quote true'] }],
    ],
  ])('%s', (_, codebook, expected) => {
    expect(listed(codebook)).toEqual(expected);
  });

  const removal = two(withoutValue('claim', 'kind', 'pledge'));
  const required = two(withAttribute('claim', 'checkworthy', (a) => ({ ...a, required: true })));
  const claims = (project: Project) => ['hurt', 'promise'].flatMap((name) => project.annotations.get(sample.id(name)) ?? []);

  it('is altered by nothing but a person: kept with the reason, and asked again by the next version', () => {
    const after = chosen(start, removal);
    expect(after.annotations).toBe(start.annotations);
    const kept = checkPatch(after, keepUnder(claims(after).slice(1), removal, 'It still is one.', context));
    expect(kept.annotations.get(sample.id('promise'))).toMatchObject({
      codebook: 'newsroom-core@1.0.0',
      acknowledged: { 'codebook/newsroom-core@2.0.0': { reason: 'It still is one.' } },
    });
    expect(recheckOf(kept, sets)).toEqual([]);
    expect(recheckOf(chosen(kept, { ...removal, version: '3.0.0' }), sets)).toHaveLength(1);
  });

  it('is brought to the new version as it stands, and is then incomplete where something is required', () => {
    const after = chosen(start, required);
    const brought = checkPatch(after, bringTo(claims(after), required, context));
    expect(claims(brought).map(({ codebook, attributes }) => ({ codebook, attributes }))).toEqual(
      claims(start).map(({ attributes }) => ({ codebook: 'newsroom-core@2.0.0', attributes })),
    );
    expect(recheckOf(brought, sets)).toEqual([]);
  });

  it('is left out where the set is somebody else’s', () => expect(recheckOf(chosen(start, removal), [])).toEqual([]));

  it('is found under a version two steps back', () => {
    const steps = chosen(chosen(start, v('1.1.0')), { ...removal, version: '2.0.0' });
    expect(recheckOf(steps, sets).map(({ items }) => items.map(({ codebook }) => codebook))).toEqual([['newsroom-core@1.0.0']]);
    expect(unchosen(currentCodebook(steps))).toEqual(removal);
  });
});
