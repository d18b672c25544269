import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { applyPatch } from '../patch.ts';
import type { Project } from '../project.ts';
import { setAttribute } from './attributes.ts';
import { articleVoice, link, unlink } from './links.ts';
import { addPerson } from './people.ts';
import { addTag } from './tags.ts';

const contents = ['Headline\n\n“It is safe,” Kim told AFP and DPA. The bridge is new.', 'Elsewhere\n\nLee said the bridge is old.'];
const { project: bare, context, texts } = sampleProject(...contents);
const plan = [
  ['quote', 0, '“It is safe,”'],
  ['kim', 0, 'Kim'],
  ['afp', 0, 'AFP'],
  ['dpa', 0, 'DPA'],
  ['claim', 0, 'The bridge is new'],
  ['safe', 0, 'It is safe'],
  ['lee', 1, 'Lee'],
  ['far', 1, 'the bridge is old'],
] as const;
const typeOf = { quote: 'quote', kim: 'source', afp: 'source', dpa: 'source', claim: 'claim', safe: 'claim', lee: 'source', far: 'claim' };
type Name = keyof typeof typeOf;

const tagged = plan.reduce((so, [name, text, words]) => {
  const start = contents[text]?.indexOf(words) ?? -1;
  const stretches = [{ start, end: start + words.length }];
  return applyPatch(so, addTag(so, { text: texts[text] ?? '', type: typeOf[name], stretches }, context));
}, bare);
const ids = [...tagged.annotations.keys()];
const idOf = (name: Name) => ids[plan.findIndex(([known]) => known === name)] ?? '';
const nameOf = (id: string) => plan[ids.indexOf(id)]?.[0];

const linking = (project: Project, from: Name, type: string, to: Name) => link(project, { type, from: idOf(from), to: idOf(to) }, context);
const linked = (project: Project, ...links: readonly (readonly [Name, string, Name])[]) =>
  links.reduce((so, [from, type, to]) => checkPatch(so, linking(so, from, type, to)), project);
const voiceOf = (project: Project) => project.annotations.get(idOf('claim'))?.attributes.voice ?? null;
const seen = (project: Project) => [...project.relations.values()].map(({ type, to, order }) => [type, nameOf(to), order]);
const without = (project: Project, to: Name) => {
  const relation = [...project.relations.values()].find((known) => known.to === idOf(to));
  return checkPatch(project, unlink(project, { relation: relation?.id ?? '' }, context));
};
const toggled = (project: Project) => checkPatch(project, articleVoice(project, { annotation: idOf('claim') }, context));

describe('linking', () => {
  it.each<readonly [Name, string, Name]>([
    ['quote', 'said-by', 'kim'],
    ['claim', 'claimed-by', 'kim'],
    ['quote', 'relayed-via', 'afp'],
    ['claim', 'relayed-via', 'afp'],
    ['kim', 'same-as', 'afp'],
    ['claim', 'supports', 'safe'],
    ['claim', 'contradicts', 'safe'],
    ['claim', 'contradicts', 'far'],
  ])('%s %s %s is made once', (from, type, to) => {
    const after = linked(tagged, [from, type, to]);
    expect(after.relations.size).toBe(1);
    expect(linking(after, from, type, to)).toEqual([]);
  });

  it.each<readonly [string, Name, string, Name]>([
    ['a source that says', 'kim', 'said-by', 'afp'],
    ['a claim that is said', 'claim', 'said-by', 'kim'],
    ['the wrong way round', 'kim', 'claimed-by', 'claim'],
    ['the same as another type', 'claim', 'same-as', 'kim'],
    ['itself', 'claim', 'supports', 'claim'],
    ['a relation the codebook lacks', 'claim', 'married-to', 'kim'],
    ['a speaker in another text', 'quote', 'said-by', 'lee'],
    ['a relay in another text', 'claim', 'relayed-via', 'lee'],
  ])('is refused: %s', (_, from, type, to) => {
    expect(() => linking(tagged, from, type, to)).toThrow(type);
  });

  it('is refused between two sets, and to what is not there', () => {
    const other = addPerson(context);
    const kim = tagged.annotations.get(idOf('kim'));
    if (!kim) throw new Error('Kim is tagged.');
    const project = { ...tagged, annotations: new Map(tagged.annotations).set(kim.id, { ...kim, set: other.set }) };
    expect(() => linking(project, 'quote', 'said-by', 'kim')).toThrow('said-by');
    expect(() => link(tagged, { type: 'said-by', from: idOf('quote'), to: 'nobody' }, context)).toThrow('nobody');
  });

  it('in both directions is one link where the relation is symmetric, two where it is not', () => {
    expect(linking(linked(tagged, ['kim', 'same-as', 'afp']), 'afp', 'same-as', 'kim')).toEqual([]);
    expect(linked(tagged, ['claim', 'supports', 'safe'], ['safe', 'supports', 'claim']).relations.size).toBe(2);
  });

  it('replaces the one speaker of a quotation, and adds to the claimers of a claim', () => {
    expect(seen(linked(tagged, ['quote', 'said-by', 'kim'], ['quote', 'said-by', 'afp']))).toEqual([['said-by', 'afp', undefined]]);
    expect(linked(tagged, ['claim', 'claimed-by', 'kim'], ['claim', 'claimed-by', 'afp']).relations.size).toBe(2);
  });

  it('counts a path of relays, which closes up when one goes', () => {
    const path = linked(tagged, ['claim', 'relayed-via', 'kim'], ['claim', 'relayed-via', 'afp'], ['claim', 'relayed-via', 'dpa']);
    expect(seen(path).map(([, to, order]) => [to, order])).toEqual([
      ['kim', 0],
      ['afp', 1],
      ['dpa', 2],
    ]);
    expect(seen(without(path, 'kim')).map(([, to, order]) => [to, order])).toEqual([
      ['afp', 0],
      ['dpa', 1],
    ]);
    expect(seen(linked(without(path, 'afp'), ['claim', 'relayed-via', 'afp'])).at(-1)).toEqual(['relayed-via', 'afp', 2]);
  });
});

describe('the voice of a claim', () => {
  it.each<readonly [string, Project, string | null]>([
    ['nobody has said', tagged, null],
    ['a claimer is linked', linked(tagged, ['claim', 'claimed-by', 'kim']), 'attributed'],
    ['only a relay is linked', linked(tagged, ['claim', 'relayed-via', 'afp']), null],
    [
      'one of two claimers goes',
      without(linked(tagged, ['claim', 'claimed-by', 'kim'], ['claim', 'claimed-by', 'afp']), 'kim'),
      'attributed',
    ],
    ['the last claimer goes', without(linked(tagged, ['claim', 'claimed-by', 'kim']), 'kim'), null],
    ['it is the article’s own', toggled(tagged), 'article'],
    ['it is no longer the article’s own', toggled(toggled(tagged)), null],
    ['the article takes it over from a claimer', toggled(linked(tagged, ['claim', 'claimed-by', 'kim'])), 'article'],
    ['a claimer takes it over from the article', linked(toggled(tagged), ['claim', 'claimed-by', 'kim']), 'attributed'],
  ])('when %s', (_, project, voice) => {
    expect(voiceOf(project)).toBe(voice);
  });

  it('as the article’s own leaves no claimer', () => {
    expect(seen(toggled(linked(tagged, ['claim', 'claimed-by', 'kim'], ['claim', 'relayed-via', 'afp'])))).toEqual([
      ['relayed-via', 'afp', 0],
    ]);
  });

  it('set by hand to the article’s stays when a claimer goes', () => {
    const project = linked(tagged, ['claim', 'claimed-by', 'kim']);
    const byHand = checkPatch(project, setAttribute(project, { annotation: idOf('claim'), attribute: 'voice', value: 'article' }, context));
    expect(voiceOf(without(byHand, 'kim'))).toBe('article');
  });

  it('is a matter of claims only', () => {
    expect(() => articleVoice(tagged, { annotation: idOf('kim') }, context)).toThrow('source');
  });
});

it('a link that is not there cannot be taken away', () => {
  expect(() => unlink(tagged, { relation: 'nothing' }, context)).toThrow('nothing');
});
