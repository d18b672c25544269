import { describe, expect, it } from 'vitest';
import { addPerson } from '../model/commands/people.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Ruling } from '../model/records.ts';
import { annotationsInOrder } from '../model/views/tags.ts';
import { fakeContext } from '../testing/fake-context.ts';
import { performing } from '../testing/performing.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';
import { adjudicating } from './adjudication/adjudicating.ts';

const text = 'Headline here\n\n“We won,” Kim said. Later Kim denied it. Officials said 12 people were hurt.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** Two colleagues who agree on a quote and differ in a claim, in a running workspace in which a third person adjudicates. */
async function adjudicated() {
  const start = sampleProject(text);
  const [hash = ''] = start.texts;
  const id = () => crypto.randomUUID();
  const people = [0, 1].map(() => addPerson({ id, now: () => '2026-01-01T00:00:00.000Z' }));
  const project = people.reduce((so: Project, { patch, author, set }, index) => {
    const context = { ...fakeContext(author, set), id };
    const claim = index === 0 ? '12 people were hurt' : 'people were hurt';
    return [
      ['quote', '“We won,”'],
      ['claim', claim],
    ].reduce(
      (made, [type = '', words = '']) => applyPatch(made, addTag(made, { text: hash, type, stretches: [at(words)] }, context)),
      applyPatch(so, patch),
    );
  }, start.project);
  const { store } = await connect(`adjudication-${crypto.randomUUID()}`);
  await fill(store, { ...start, project });
  const { workspace, host } = await workspaceOver(store, { ...start, project });
  const now = () => workspace.state.getState();
  const perform = performing({ workspace, host });
  const shown = () => {
    const { project: seen, session } = now();
    return session.review && adjudicating.shown(seen, session.review, hash);
  };
  const words = () => annotationsInOrder(now().project, hash, shown()?.set ?? '').map(({ segments }) => segments[0].exact);
  const sets = people.map(({ set }) => set);
  return { now, perform, shown, words, host, sets, own: start.context.set };
}

const rulings = ({ project }: { readonly project: Project }): Ruling[] =>
  [...project.reviews.values()].filter((one): one is Ruling => one.kind === 'ruling');

describe('an adjudication', () => {
  it('asks once for all sets whether one’s own shall count as derived from them', async () => {
    const { now, perform, sets, own } = await adjudicated();
    await perform('adjudicate', { sets });
    expect(now().session).toMatchObject({ review: null, exposure: { by: 'adjudication' } });
    await perform('go-on-exposed');
    await expect.poll(() => now().session.review?.adjudicates).toBe(true);
    expect(now().project.sets.get(own)).toMatchObject({ basis: 'derived', derivedFrom: sets });
  });

  async function begun() {
    const game = await adjudicated();
    await game.perform('adjudicate', { sets: game.sets });
    await game.perform('go-on-exposed');
    await expect.poll(() => game.shown()?.open).toBe(1);
    return game;
  }

  it('shows what was agreed, takes a reading by its number and goes with one undo each', async () => {
    const { now, perform, shown, words, own } = await begun();
    expect(words()).toEqual(['“We won,”']);
    expect(shown()?.disputed.size).toBe(2);
    await perform('rule-2');
    expect(words()).toEqual(['“We won,”', 'people were hurt']);
    expect(shown()).toMatchObject({ open: 0, disputed: new Set() });
    await perform('undo');
    expect(shown()).toMatchObject({ open: 1, current: { standing: 'open' } });
    await perform('undo');
    expect(now().session).toMatchObject({ review: null, set: own });
    expect(rulings(now())).toEqual([]);
  });

  it('shows one kind of difference alone, and all again', async () => {
    const { perform, shown } = await begun();
    expect(shown()?.kinds).toContain('boundary');
    await perform('filter-cards', { only: 'link' });
    expect(shown()?.asked).toEqual([]);
    await perform('filter-cards', { only: 'boundary' });
    expect(shown()?.asked).toHaveLength(1);
    await perform('filter-cards', {});
    expect(shown()).toMatchObject({ open: 1, review: { only: null } });
  });

  it('notes an edit of the gold set as a decision, in the same step', async () => {
    const { now, perform, shown, words } = await begun();
    await perform('tag', { type: 'claim', stretches: [at('Officials said 12 people were hurt')] });
    expect(words()).toEqual(['“We won,”', 'Officials said 12 people were hurt']);
    expect(shown()).toMatchObject({ open: 0 });
    expect(rulings(now()).at(-1)).toMatchObject({ taken: [], items: [expect.any(String), expect.any(String)] });
    await perform('undo');
    expect(shown()?.open).toBe(1);
  });

  it('keeps what is finished as it is, from everywhere, until the next version is begun', async () => {
    const { now, perform, shown, words, host } = await begun();
    await perform('finish-gold');
    expect(shown()?.edition.finished).toBeUndefined();
    await perform('rule-0');
    await perform('finish-gold');
    expect(shown()?.edition).toMatchObject({ version: 1, finished: { contributors: expect.any(Array) } });
    const before = { card: now().session.review?.card, said: now().said };
    await perform('rule-1');
    expect({ card: now().session.review?.card, said: now().said }).toEqual(before);
    const [tag] = annotationsInOrder(now().project, shown()?.text ?? '', shown()?.set ?? '');
    await host.commit('set-note', [
      { table: 'annotations', id: tag?.id ?? '', before: tag ?? null, after: tag ? { ...tag, note: 'x' } : null },
    ]);
    expect(now().project.annotations.get(tag?.id ?? '')).toEqual(tag);
    expect(now().notices.at(-1)?.kind).toBe('refused');
    await perform('correct-gold');
    await perform('rule-1');
    expect(words()).toEqual(['“We won,”', '12 people were hurt']);
  });
});
