import { describe, expect, it } from 'vitest';
import { reviewMessages } from '../messages/review.ts';
import { setAttribute, setFlag, setNote } from '../model/commands/attributes.ts';
import { setStatus } from '../model/commands/done.ts';
import { link } from '../model/commands/links.ts';
import { addPerson } from '../model/commands/people.ts';
import { addEntity } from '../model/commands/register.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch, squash } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id, Verdict } from '../model/records.ts';
import { fakeContext } from '../testing/fake-context.ts';
import { performing } from '../testing/performing.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';
import { remember } from './memory.ts';
import { shownReview } from './review/cards.ts';
import { writable } from './session.ts';

const text = 'Headline here\n\n“We won,” Kim said. Later Kim denied it. Officials said 12 people were hurt.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** A colleague's quote and claim beside one's own tags, as `mine` says, in a running workspace. */
async function besides(...mine: readonly (readonly [type: string, words: string])[]) {
  const start = sampleProject(text);
  const [hash = ''] = start.texts;
  const colleague = addPerson({ id: () => crypto.randomUUID(), now: () => '2026-01-01T00:00:00.000Z' });
  const theirs = { ...fakeContext(colleague.author, colleague.set), id: () => crypto.randomUUID() };
  const tag =
    (context: typeof theirs) =>
    (so: Project, [type, words]: readonly [string, string]) =>
      applyPatch(so, addTag(so, { text: hash, type, stretches: [at(words)] }, context));
  const both = [['quote', '“We won,”'] as const, ['claim', '12 people were hurt'] as const].reduce(
    tag(theirs),
    applyPatch(start.project, colleague.patch),
  );
  const project = mine.reduce(tag({ ...start.context, id: () => crypto.randomUUID() }), both);
  const { store } = await connect(`review-${crypto.randomUUID()}`);
  await fill(store, { ...start, project });
  const { workspace, host } = await workspaceOver(store, { ...start, project });
  const now = () => workspace.state.getState();
  const perform = performing({ workspace, host });
  const cards = () => {
    const { project: seen, session } = now();
    return session.review ? shownReview(seen, session.review, hash).cards : [];
  };
  return { now, perform, cards, host, set: colleague.set, own: start.context.set };
}

const verdictsIn = ({ project }: { readonly project: Project }): Verdict[] =>
  [...project.reviews.values()].filter((review): review is Verdict => 'target' in review);

const basisOf = (project: Project, set: Id) => project.sets.get(set)?.basis;

describe('a review', () => {
  it('asks before a colleague’s tags are seen, and then makes one’s own set derived', async () => {
    const { now, perform, set, own } = await besides();
    await perform('start-review', { set });
    expect(now().session).toMatchObject({ review: null, set: own, exposure: { set, by: 'review' } });
    expect(basisOf(now().project, own)).toBe('independent');
    await perform('wait');
    expect(now().session.exposure).toBeNull();
    await perform('toggle-layer', { set });
    expect(now().session).toMatchObject({ layers: new Map(), exposure: { set, by: 'layer' } });
    await perform('go-on-exposed');
    expect([...now().session.layers]).toEqual([[set, '?']]);
    expect(now().project.sets.get(own)).toMatchObject({ basis: 'derived', derivedFrom: [set] });
    await perform('start-review', { set });
    expect(now().session).toMatchObject({ set, review: { set, mine: own }, layers: new Map(), exposure: null });
  });

  it('asks in whatever way a colleague’s tags would be shown, and shows one’s own again after a reload', async () => {
    const { now, perform, cards, set, own } = await besides(['claim', '12 people were hurt']);
    const article = now().session.article ?? '';
    const tag = [...now().project.annotations.values()].find((one) => one.set === set)?.id ?? '';
    await perform('switch-set', { set });
    expect(now().session).toMatchObject({ set: own, exposure: { set, by: 'set' } });
    await perform('wait');
    await perform('go-to-finding', { article, annotation: tag });
    expect(now().session).toMatchObject({ set: own, selected: null, exposure: { set, by: 'set', tag } });
    await perform('go-on-exposed');
    expect(now().session).toMatchObject({ set, own, selected: tag, exposure: null });
    expect(basisOf(now().project, own)).toBe('derived');
    expect(writable(now())).toBe(false);
    await perform('switch-set', { set: own });
    await perform('switch-set', { set });
    expect(now().session).toMatchObject({ set, own });
    expect(remember(now().session).set).toBe(own);
    expect(cards()).toEqual([]);
  });

  it('does not ask where one’s own tags are done, and asks where only somebody else’s are', async () => {
    const { now, perform, host, set, own } = await besides();
    const article = now().session.article ?? '';
    const called = (of: Id, status: 'done' | 'in-progress') =>
      host.commit('set-status', setStatus(now().project, { article, set: of, status }, host.context()));
    await called(set, 'done');
    expect(now().project.articles.get(article)?.status).toBe('done');
    await perform('start-review', { set });
    expect(now().session).toMatchObject({ review: null, exposure: { set } });
    await perform('wait');
    await called(own, 'done');
    await perform('start-review', { set });
    expect(now().session.review).not.toBeNull();
    expect(basisOf(now().project, own)).toBe('independent');
  });

  it('hides the first coding of this machine from the second until both are done', async () => {
    const { now, perform, host, own } = await besides(['quote', '“We won,”']);
    const article = now().session.article ?? '';
    await perform('add-person');
    const second = now().session.own;
    expect(now().session).toMatchObject({ set: second });
    await perform('tag', { type: 'claim', stretches: [at('12 people were hurt')] });
    const look = async () => {
      await perform('toggle-layer', { set: own });
      return now().session.exposure !== null;
    };
    expect(await look()).toBe(true);
    await perform('switch-set', { set: own });
    expect(now().session).toMatchObject({ set: second, exposure: { by: 'set' } });
    await host.commit('set-status', setStatus(now().project, { article, set: second, status: 'done' }, host.context()));
    expect(await look()).toBe(true);
    await perform('switch-set', { set: own, self: true });
    expect(now().session).toMatchObject({ set: own, own, exposure: null });
    await host.commit('set-status', setStatus(now().project, { article, set: own, status: 'done' }, host.context()));
    await perform('switch-set', { set: second });
    expect(now().session).toMatchObject({ set: second, own: second, exposure: null });
    expect(await look()).toBe(false);
    expect([...now().session.layers.keys()]).toEqual([own]);
    expect([own, second].map((id) => basisOf(now().project, id))).toEqual(['independent', 'independent']);
  });

  it('collects the rules that were called unclear as long as this stands, each with a way to its words', async () => {
    const { now, perform, cards, host, set, own } = await besides();
    const collected = async () => {
      const before = now().codebook.unclear;
      await perform('look-for-unclear');
      await expect.poll(() => now().codebook.unclear !== before).toBe(true);
      return now().codebook.unclear;
    };
    await perform('start-review', { set });
    await perform('go-on-exposed');
    const claim = cards()[1]?.theirs?.tag;
    await host.commit(
      'set-attribute',
      setAttribute(now().project, { annotation: claim?.id ?? '', attribute: 'kind', value: 'pledge' }, host.context()),
    );
    expect(await collected()).toEqual([]);
    const [verdict] = verdictsIn(now());
    await perform('amend-verdict', { verdict: verdict?.id, ruleUnclear: true });
    await expect.poll(() => verdictsIn(now()).length).toBe(2);
    await host.stored();
    const [rule] = await collected();
    expect(rule).toMatchObject({
      annotation: claim?.id,
      article: now().session.article,
      words: '12 people were hurt',
      about: ['Claim', 'Kind'],
      author: now().project.sets.get(own)?.author,
      stretch: at('12 people were hurt'),
    });
    await perform('leave-review');
    await perform('go-to-finding', { ...rule });
    expect(now().session).toMatchObject({ set, selected: claim?.id });
    await perform('undo');
    expect(await collected()).toEqual([]);
  });

  it.each([
    ['of one name are one', 'Kim', []],
    ['of other names are two', 'Kim Jong-un', ['source']],
  ])('entries that two people made, each for themselves, %s', async (_, name, kinds) => {
    const { now, perform, cards, host, set, own } = await besides(['quote', '“We won,”']);
    const named = (author: Id | undefined, of: Id, entry: string) => {
      const context = { ...host.context(), author: author ?? '', set: of };
      const { project } = now();
      const [hash = ''] = project.texts.keys();
      const quote = [...project.annotations.values()].find((tag) => tag.set === of && tag.type === 'quote')?.id ?? '';
      const tags = addTag(project, { text: hash, type: 'source', stretches: [at('Kim')] }, context);
      const source = tags[0]?.id ?? '';
      const tagged = applyPatch(project, tags);
      const linked = link(tagged, { type: 'said-by', from: quote, to: source }, context);
      const { patch: entered, entity } = addEntity({ name: entry }, context);
      const both = applyPatch(applyPatch(tagged, linked), entered);
      const said = setAttribute(both, { annotation: source, attribute: 'entity', value: entity }, context);
      return host.commit('take-offers', squash([tags, linked, entered, said]));
    };
    await named(now().project.sets.get(set)?.author, set, name);
    await named(now().project.sets.get(own)?.author, own, 'Kim');
    await perform('start-review', { set });
    await perform('go-on-exposed');
    const card = cards().find(({ theirs }) => theirs?.tag.type === 'quote');
    expect(card?.differences.map(({ kind }) => kind).filter((kind) => kind === 'source')).toEqual(kinds);
  });

  it('refuses what cannot be said of a colleague’s tags instead of doing nothing', async () => {
    const { now, perform, cards, host, set } = await besides();
    await perform('start-review', { set });
    await perform('go-on-exposed');
    const annotation = cards()[0]?.theirs?.tag.id ?? '';
    const before = now().project;
    await host.commit('set-note', setNote(before, { annotation, note: 'Who counted?' }, host.context()));
    expect(now().notices.at(-1)).toMatchObject({ kind: 'refused', text: reviewMessages.notOfTheirs });
    await host.commit('set-flag', setFlag(before, { annotation, flag: 'unsure' }, host.context()));
    expect(now().project).toBe(before);
    // An empty note is no change and needs no word.
    const told = now().notices.length;
    await host.commit('set-note', setNote(before, { annotation, note: '' }, host.context()));
    expect(now().notices).toHaveLength(told);
  });

  it('says what an edit would do instead of doing it, signed by the reviewer, as one step to undo', async () => {
    const { now, perform, cards, set, own } = await besides();
    await perform('start-review', { set });
    await perform('go-on-exposed');
    const [quote] = cards();
    const tag = quote?.theirs?.tag;
    await perform('set-segments', { annotation: tag?.id, stretches: [at('We won')] });
    expect(now().project.annotations.get(tag?.id ?? '')).toEqual(tag);
    const [verdict] = verdictsIn(now());
    expect(verdict).toMatchObject({ kind: 'boundary', set, target: [tag?.id], author: now().project.sets.get(own)?.author });
    expect(cards().map(({ done }) => done)).toEqual([true, false]);
    await perform('undo');
    expect(verdictsIn(now())).toEqual([]);
    expect(now().session.review?.card).toBe(quote?.id);
    await perform('tag', { type: 'source', stretches: [at('Officials')] });
    expect(verdictsIn(now())).toMatchObject([{ kind: 'missing', target: [] }]);
    expect(cards()).toHaveLength(3);
  });

  it('goes on to the next card with each decision, and counts what is not reviewed as such', async () => {
    const { now, perform, cards, set } = await besides();
    await perform('start-review', { set });
    await perform('go-on-exposed');
    const [quote, claim] = cards();
    await perform('accept-card');
    expect(now().session.review?.card).toBe(claim?.id);
    await perform('reject-card');
    expect(now().session.review?.writing).toBe('reject');
    await perform('reject-card', { comment: 'Nobody counted.' });
    expect(verdictsIn(now()).map(({ kind, comment }) => [kind, comment])).toEqual([
      ['agree', undefined],
      ['remove', 'Nobody counted.'],
    ]);
    expect(verdictsIn(now())[0]?.target[0]).toBe(quote?.id);
    await perform('leave-review');
    expect(now().session.review).toBeNull();
    expect(now().session.set).not.toBe(set);
  });

  it('beside one’s own tags shows differences first and proposes one’s own reading', async () => {
    const { now, perform, cards, set } = await besides(['quote', '“We won,”'], ['claim', '12 people'], ['claim', 'Kim denied it']);
    await perform('start-review', { set });
    await perform('go-on-exposed');
    expect(
      cards().map(({ theirs, mine, differences }) => [theirs?.tag.type ?? null, mine?.type ?? null, differences[0]?.kind ?? null]),
    ).toEqual([
      [null, 'claim', 'extra'],
      ['claim', 'claim', 'boundary'],
      ['quote', 'quote', null],
    ]);
    await perform('reject-card', { comment: '' });
    await perform('reject-card', { comment: '' });
    expect(verdictsIn(now()).map(({ kind, proposal }) => [kind, proposal?.segments?.[0].exact])).toEqual([
      ['missing', 'Kim denied it'],
      ['boundary', '12 people'],
    ]);
    expect(cards().filter(({ done }) => done)).toHaveLength(2);
  });

  it('is answered by the set’s author: accepting does what was proposed in one step', async () => {
    const { now, perform, cards, host, set } = await besides();
    await perform('start-review', { set });
    await perform('go-on-exposed');
    const tag = cards()[0]?.theirs?.tag;
    await perform('set-segments', { annotation: tag?.id, stretches: [at('We won')] });
    await perform('leave-review');
    await perform('adopt-person', { author: now().project.sets.get(set)?.author });
    await perform('switch-set', { set, self: true });
    await perform('start-review', { set });
    expect(cards().map(({ done }) => done)).toEqual([false, true]);
    await perform('accept-card');
    expect(now().project.annotations.get(tag?.id ?? '')?.segments[0].exact).toBe('We won');
    expect([...now().project.reviews.values()].at(-1)).toMatchObject({ kind: 'accepted', author: now().project.sets.get(set)?.author });
    await perform('undo');
    expect(now().project.annotations.get(tag?.id ?? '')).toEqual(tag);
    expect(now().project.reviews.size).toBe(1);
    await host.stored();
  });
});
