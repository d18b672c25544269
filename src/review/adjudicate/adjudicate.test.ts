import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link } from '../../model/commands/links.ts';
import { addPerson } from '../../model/commands/people.ts';
import { addTag, deleteTag, setSegments } from '../../model/commands/tags.ts';
import type { Context } from '../../model/context.ts';
import { editionOf, frozenIn } from '../../model/gold.ts';
import { applyPatch, invert, type Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, Relation } from '../../model/records.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import { checkPatch } from '../../testing/check-patch.ts';
import { fakeContext } from '../../testing/fake-context.ts';
import { randomCommand, type Step } from '../../testing/random-command.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { count, seed } from '../../testing/test-length.ts';
import { comparedOnText } from '../compared-on-text.ts';
import { type GoldCard, goldCards, isOpen } from './cards.ts';
import { correctGold, finishGold, isAsFinished, newGoldSet } from './editions.ts';
import { isAgreed, sourcesOf } from './passages.ts';
import { type Adjudication, decideCard, explain, ownDecisions, takeAgreed } from './rulings.ts';

const text = 'Fire in Port Ellery\n\nBy Mara Ellison\n\n“The bridge is safe,” Kim told AFP. Officials said 12 people were hurt.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

type Coder = (project: Project, context: Context, text: string) => Project;

const ids = () => {
  let made = 0;
  return () => {
    made += 1;
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  };
};

/** A project with one set for each coder, and what an adjudicator of all of them sees and does. */
function adjudicated(...coders: readonly Coder[]) {
  const { project: start, texts, context: first } = sampleProject(text);
  const [hash = ''] = texts;
  const id = ids();
  const people = coders.map(() => addPerson({ id, now: first.now }));
  const contexts = people.map(({ author, set }) => ({ ...fakeContext(author, set), id }));
  let project = people.reduce((so, { patch }) => applyPatch(so, patch), start);
  coders.forEach((code, index) => {
    const context = contexts[index];
    if (context) project = code(project, context, hash);
  });
  const sets = people.map(({ set }) => set);
  const gold = newGoldSet(sets, { ...first, id });
  project = checkPatch(project, gold.patch);
  const lead = { ...first, id, set: gold.set };
  const see = (so: Project): Adjudication => {
    const compared = comparedOnText(so, hash, sets);
    if (!compared) throw new Error('Nothing to compare.');
    const sources = sourcesOf(compared);
    return { set: gold.set, text: hash, sources, cards: goldCards(so, sources, so.sets.get(gold.set) ?? raise(), hash) };
  };
  return { project, hash, contexts, gold: gold.set, lead, see };
}

function raise(): never {
  throw new Error('There is no gold set.');
}

const tagged =
  (...tags: readonly (readonly [type: string, words: string])[]): Coder =>
  (project, context, hash) =>
    tags.reduce((so, [type, words]) => applyPatch(so, addTag(so, { text: hash, type, stretches: [at(words)] }, context)), project);

const linked =
  (coder: Coder, type: string, from: string, to: string): Coder =>
  (project, context, hash) => {
    const so = coder(project, context, hash);
    const find = (words: string) => annotationsInOrder(so, hash, context.set).find(({ segments }) => segments[0].exact === words)?.id ?? '';
    return applyPatch(so, link(so, { type, from: find(from), to: find(to) }, context));
  };

const words = ({ segments }: Annotation) => segments.map(({ exact }) => exact).join(' … ');
const goldTags = (project: Project, hash: string, set: Id) =>
  annotationsInOrder(project, hash, set).map((tag) => `${tag.type} ${words(tag)}`);
const goldLinks = (project: Project, set: Id) =>
  [...project.relations.values()]
    .filter((one) => one.set === set)
    .map(({ type, from, to }) => [type, ...[from, to].map((id) => words(project.annotations.get(id) as Annotation))].join(' '));
const open = ({ cards }: Adjudication) => cards.filter(isOpen);
const card = (adjudication: Adjudication, exact: string): GoldCard =>
  adjudication.cards.find(({ passage, tag }) => [...(passage?.items ?? []), ...(tag ? [tag] : [])].some((one) => words(one) === exact)) ??
  (raise() as never);

const quote = ['quote', '“The bridge is safe,”'] as const;
const kim = ['source', 'Kim'] as const;
const claim = ['claim', '12 people were hurt'] as const;

describe('an adjudication', () => {
  const both = linked(tagged(quote, kim), 'said-by', quote[1], 'Kim');

  it('takes over what all sets agree on, links included, and asks for the rest', () => {
    const { project, see, lead, hash, gold } = adjudicated(both, linked(tagged(quote, kim, claim), 'said-by', quote[1], 'Kim'), both);
    expect(open(see(project))).toHaveLength(3);
    const merged = checkPatch(project, takeAgreed(project, see(project), lead));
    expect(goldTags(merged, hash, gold)).toEqual(['quote “The bridge is safe,”', 'source Kim']);
    expect(goldLinks(merged, gold)).toEqual(['said-by “The bridge is safe,” Kim']);
    expect(see(merged).cards.map(({ standing }) => standing)).toEqual(['agreed', 'agreed', 'open']);
    expect(takeAgreed(merged, see(merged), lead)).toEqual([]);
  });

  it('offers one reading for each way the passage is read, those of most sets first, and takes none by itself', () => {
    const { project, see, lead } = adjudicated(tagged(['quote', 'The bridge is safe']), tagged(quote), tagged(quote));
    const merged = applyPatch(project, takeAgreed(project, see(project), lead));
    const [only] = open(see(merged));
    expect(only?.passage?.readings.map(({ sets, tags }) => [sets.length, tags[0] && words(tags[0])])).toEqual([
      [2, quote[1]],
      [1, 'The bridge is safe'],
    ]);
    expect(only?.tag).toBeNull();
  });

  it('keeps who decided what, why and from which items', () => {
    const { project, see, lead, gold } = adjudicated(tagged(quote), tagged(['quote', 'The bridge is safe']));
    const [first] = see(project).cards;
    const reading = first?.passage?.readings[1] ?? null;
    const patch = decideCard(project, see(project), { card: first ?? raise(), reading, comment: ' Marks do not count. ' }, lead);
    const after = checkPatch(project, patch);
    const [ruling] = [...after.reviews.values()];
    expect(ruling).toMatchObject({
      kind: 'ruling',
      set: gold,
      author: lead.author,
      items: first?.passage?.items.map(({ id }) => id),
      taken: reading?.tags.map(({ id }) => id),
      comment: 'Marks do not count.',
    });
    expect(after.annotations.get((ruling as { tag?: Id }).tag ?? '')).toMatchObject({ segments: reading?.tags[0]?.segments, set: gold });
    expect(see(after).cards[0]).toMatchObject({ standing: 'decided' });
    const explained = checkPatch(after, explain(see(after), see(after).cards[0] ?? raise(), 'They do.', lead));
    expect(see(explained).cards[0]).toMatchObject({ standing: 'decided', ruling: { comment: 'They do.' } });
    expect(explained.reviews.size).toBe(2);
  });

  it('links as soon as both ends are decided, and lets links go with an end', () => {
    const { project, see, lead, gold } = adjudicated(
      both,
      linked(tagged(['quote', 'The bridge is safe'], kim), 'said-by', 'The bridge is safe', 'Kim'),
    );
    const choose = (so: Project, exact: string, which: number | null) => {
      const adjudication = see(so);
      const one = card(adjudication, exact);
      const reading = which === null ? null : (one.passage?.readings[which] ?? raise());
      return checkPatch(so, decideCard(so, adjudication, { card: one, reading }, lead));
    };
    const merged = applyPatch(project, takeAgreed(project, see(project), lead));
    expect(goldLinks(merged, gold)).toEqual([]);
    const decided = choose(merged, quote[1], 1);
    expect(goldLinks(decided, gold)).toEqual(['said-by The bridge is safe Kim']);
    const without = choose(decided, 'Kim', null);
    expect(goldLinks(without, gold)).toEqual([]);
    expect(open(see(without))).toEqual([]);
    expect(goldLinks(choose(without, 'Kim', 0), gold)).toEqual(['said-by The bridge is safe Kim']);
  });

  it('has a link in a reading only where a set with both tags has it not', () => {
    const alone = tagged(quote, kim);
    const { project, see, lead, gold } = adjudicated(both, alone, tagged(quote));
    const merged = applyPatch(project, takeAgreed(project, see(project), lead));
    expect(open(see(merged)).map(({ passage }) => passage?.readings.map(({ links, sets }) => [sets.length, links.length]))).toEqual([
      [
        [2, 0],
        [1, 1],
      ],
      [[2, 0]],
    ]);
    const decided = open(see(merged)).reduce((so, { id }) => {
      const adjudication = see(so);
      const one = adjudication.cards.find((other) => other.id === id) ?? raise();
      const reading = one.passage?.readings.find(({ links }) => links.length > 0) ?? one.passage?.readings[0] ?? null;
      return checkPatch(so, decideCard(so, adjudication, { card: one, reading }, lead));
    }, merged);
    expect(goldLinks(decided, gold)).toEqual(['said-by “The bridge is safe,” Kim']);
  });

  it('takes an edit as a decision of one’s own: on the card, on a new one, and for nothing', () => {
    const { project, see, lead, hash, gold } = adjudicated(tagged(quote), tagged(['quote', 'The bridge is safe']));
    const current = see(project).cards[0] ?? null;
    const own = (so: Project, patch: Patch) => checkPatch(so, ownDecisions(so, see(so), patch, current, lead));
    const added = own(project, addTag(project, { text: hash, type: 'claim', stretches: [at('bridge is safe')] }, lead));
    expect(see(added).cards).toHaveLength(1);
    expect(see(added).cards[0]).toMatchObject({ standing: 'decided', ruling: { taken: [] }, tag: { type: 'claim' } });
    const tag = see(added).cards[0]?.tag?.id ?? '';
    const moved = own(added, setSegments(added, { annotation: tag, stretches: [at('The bridge')] }, lead));
    expect(see(moved).cards[0]?.replaced).toHaveLength(1);
    const missed = own(moved, addTag(moved, { text: hash, type: 'claim', stretches: [at('12 people were hurt')] }, lead));
    expect(see(missed).cards.map(({ standing }) => standing)).toEqual(['decided', 'decided']);
    const gone = own(missed, deleteTag(missed, { annotation: tag }, lead));
    expect(see(gone).cards[0]).toMatchObject({ standing: 'decided', tag: null });
    expect(goldTags(gone, hash, gold)).toEqual(['claim 12 people were hurt']);
  });

  it('goes by no ruling that somebody else has signed', () => {
    const { project, see, lead } = adjudicated(tagged(quote), tagged(claim));
    const patch = decideCard(project, see(project), { card: see(project).cards[0] ?? raise(), reading: null }, lead);
    const forged = patch.map((change) => ({ ...change, after: { ...change.after, author: 'somebody' } })) as unknown as Patch;
    expect(open(see(applyPatch(project, forged)))).toHaveLength(2);
    expect(open(see(applyPatch(project, patch)))).toHaveLength(1);
  });
});

describe('an adjudication whose sets have changed', () => {
  it('reopens what is touched and nothing else, and takes over a new agreement by itself', () => {
    const { project, see, lead, contexts } = adjudicated(tagged(quote, kim, claim), tagged(quote, kim));
    const merged = applyPatch(project, takeAgreed(project, see(project), lead));
    const decided = applyPatch(merged, decideCard(merged, see(merged), { card: card(see(merged), claim[1]), reading: null }, lead));
    const [context = lead] = contexts;
    const theirs = [...decided.annotations.values()].find((tag) => tag.set === context.set && tag.type === 'quote')?.id ?? '';
    const edited = applyPatch(decided, setSegments(decided, { annotation: theirs, stretches: [at('The bridge is safe')] }, context));
    expect(see(edited).cards.map(({ standing }) => standing)).toEqual(['reopened', 'agreed', 'decided']);
    expect(takeAgreed(edited, see(edited), lead)).toEqual([]);
    const [other = lead] = contexts.slice(1);
    const same = [...edited.annotations.values()].find((tag) => tag.set === other.set && tag.type === 'quote')?.id ?? '';
    const again = applyPatch(edited, setSegments(edited, { annotation: same, stretches: [at('The bridge is safe')] }, other));
    const taken = checkPatch(again, takeAgreed(again, see(again), lead));
    expect(see(taken).cards.map(({ standing }) => standing)).toEqual(['agreed', 'agreed', 'decided']);
  });

  it('asks about a tag that all sets have given up', () => {
    const { project, see, lead, contexts } = adjudicated(tagged(quote, kim), tagged(quote, kim));
    const merged = applyPatch(project, takeAgreed(project, see(project), lead));
    const without = contexts.reduce((so, context) => {
      const tag = [...so.annotations.values()].find(({ set, type }) => set === context.set && type === 'source')?.id ?? '';
      return applyPatch(so, deleteTag(so, { annotation: tag }, context));
    }, merged);
    const asked = card(see(without), 'Kim');
    expect(asked).toMatchObject({ standing: 'reopened', passage: null });
    const gone = checkPatch(without, decideCard(without, see(without), { card: asked, reading: null }, lead));
    expect(see(gone).cards.map(({ standing }) => standing)).toEqual(['agreed']);
  });
});

describe('a finished gold set', () => {
  it('has a version, a hash and its contributors, and nothing of it may be changed until the next version is begun', () => {
    const { project, see, lead, gold, hash } = adjudicated(tagged(quote), tagged(quote));
    const merged = applyPatch(project, takeAgreed(project, see(project), lead));
    const finished = checkPatch(merged, finishGold(merged, { set: gold, text: hash }, lead));
    const set = finished.sets.get(gold) ?? raise();
    expect(editionOf(set, hash)).toMatchObject({ version: 1, finished: { author: lead.author } });
    expect(editionOf(set, hash).finished?.contributors).toHaveLength(3);
    expect(isAsFinished(finished, set, hash)).toBe(true);
    expect(finishGold(finished, { set: gold, text: hash }, lead)).toEqual([]);
    const change = decideCard(finished, see(finished), { card: see(finished).cards[0] ?? raise(), reading: null }, lead);
    expect(frozenIn(finished, change)).toBe(gold);
    expect(isAsFinished(applyPatch(finished, change), set, hash)).toBe(false);
    const [tag] = annotationsInOrder(finished, hash, gold);
    const moved = tag && { ...tag, text: 'f'.repeat(64) };
    expect(frozenIn(finished, [{ table: 'annotations', id: tag?.id ?? '', before: tag ?? null, after: moved ?? null }])).toBe(gold);
    const next = checkPatch(finished, correctGold(finished, { set: gold, text: hash }));
    expect(frozenIn(next, change)).toBeNull();
    expect(correctGold(next, { set: gold, text: hash })).toEqual([]);
    const again = checkPatch(next, finishGold(next, { set: gold, text: hash }, lead));
    expect(again.sets.get(gold)?.gold?.editions.map(({ version, finished: done }) => [version, done !== undefined])).toEqual([
      [1, true],
      [2, true],
    ]);
  });
});

const step: fc.Arbitrary<Step> = fc.record({
  command: fc.integer({ min: 0, max: 11 }),
  one: fc.nat(),
  two: fc.nat(),
  stretches: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 2 }),
});

/** The first set's work copied, with steps of one's own on top. */
const variant =
  (base: readonly Step[], own: readonly Step[]): Coder =>
  (project, context, hash) => {
    const alone = { ...project, annotations: new Map<Id, Annotation>(), relations: new Map<Id, Relation>() };
    const made = [...base, ...own].reduce((so, one) => applyPatch(so, randomCommand(so, one, [hash], context)), alone as Project);
    return {
      ...made,
      annotations: new Map([...project.annotations, ...made.annotations]),
      relations: new Map([...project.relations, ...made.relations]),
    };
  };

// A tag that goes leaves a link elsewhere contested.
const kept: [Step[], Step[], Step[], Step[], number[]][] = [
  [
    [
      { command: 0, one: 0, two: 0, stretches: [[0, 1]] },
      { command: 0, one: 0, two: 0, stretches: [[0, 1]] },
      { command: 3, one: 0, two: 1399890530, stretches: [[0, 1]] },
      { command: 0, one: 0, two: 0, stretches: [[0, 1]] },
      { command: 0, one: 0, two: 0, stretches: [[0, 2]] },
    ],
    [],
    [{ command: 9, one: 273798268, two: 0, stretches: [[0, 3]] }],
    [],
    Array.from({ length: 40 }, () => 0),
  ],
];

describe('random adjudications', () => {
  const some = fc.array(step, { maxLength: 8 });

  it('end with nothing open, say what was taken, keep every rule, can be taken back and reopen only what is touched', () => {
    let decided = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 4, maxLength: 20 }),
        some,
        some,
        some,
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (base, a, b, c, picks) => {
          const { project, see, lead, hash, gold, contexts } = adjudicated(variant(base, a), variant(base, b), variant(base, c));
          if (contexts.some(({ set }) => annotationsInOrder(project, hash, set).length === 0)) return;
          const done: Patch[] = [takeAgreed(project, see(project), lead)];
          let so = checkPatch(project, done[0] ?? []);
          for (const [index, { id }] of open(see(so)).entries()) {
            const adjudication = see(so);
            const one = adjudication.cards.find((other) => other.id === id) ?? raise();
            const readings = one.passage?.readings ?? [];
            const reading = readings[(picks[index] ?? 0) % (readings.length + 1)] ?? null;
            const patch = decideCard(so, adjudication, { card: one, reading }, lead);
            done.push(patch);
            so = checkPatch(so, patch);
            const tag = see(so).cards.find((other) => other.id === id)?.tag ?? null;
            expect(tag && [tag.type, tag.segments, tag.attributes]).toEqual(
              reading && [reading.tags[0]?.type, reading.tags[0]?.segments, reading.tags[0]?.attributes],
            );
            decided += 1;
          }
          expect(open(see(so))).toEqual([]);
          const same = see(so).cards.filter(({ standing, passage }) => standing === 'agreed' && passage);
          for (const { tag, passage } of same) expect(tag?.segments).toEqual(passage?.items[0]?.segments);
          expect(done.reduceRight((back, patch) => applyPatch(back, invert(patch)), so)).toEqual(project);
          const [context = lead] = contexts;
          const first = annotationsInOrder(so, hash, context.set)[0] ?? raise();
          const edited = applyPatch(so, deleteTag(so, { annotation: first.id }, context));
          if (annotationsInOrder(edited, hash, context.set).length === 0) return;
          const touched = new Set([first.id, ...[...so.relations.values()].filter(({ to }) => to === first.id).map(({ from }) => from)]);
          const before = new Map(see(so).cards.map((one) => [one.ruling?.id, one]));
          for (const { ruling, standing, passage } of see(edited).cards) {
            const was = before.get(ruling?.id);
            const items = was?.passage?.items.map(({ id }) => id) ?? [];
            if (items.some((id) => touched.has(id)) || !passage) continue;
            if (JSON.stringify(items) !== JSON.stringify(passage.items.map(({ id }) => id))) continue;
            expect(standing).toBe(was?.standing === 'agreed' && !isAgreed(passage) ? 'reopened' : was?.standing);
          }
          expect(goldTags(edited, hash, gold)).toEqual(goldTags(so, hash, gold));
        },
      ),
      { seed, numRuns: count(40, 1_000), examples: kept },
    );
    expect(decided).toBeGreaterThan(40);
  });
});
