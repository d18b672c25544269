import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import type { Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import { confirmAttribute, nameEntity, setAttribute, setFlag, setNote } from './attributes.ts';
import { addTag } from './tags.ts';

const content = 'Headline\n\nShe said 12 people were hurt, Kim added.';
const { project: bare, context, texts } = sampleProject(content);

function tagged(type: string, words: string): { readonly project: Project; readonly annotation: string } {
  const start = content.indexOf(words);
  const stretches = [{ start, end: start + words.length }];
  const project = checkPatch(bare, addTag(bare, { text: texts[0] ?? '', type, stretches }, context));
  return { project, annotation: [...project.annotations.keys()].at(-1) ?? '' };
}

// The number proposes its kind; the pronoun proposes its naming.
const claim = tagged('claim', '12 people were hurt');
const source = tagged('source', 'She');

const made = ({ project, annotation }: typeof claim, patch: Patch) => {
  const next = checkPatch(project, patch);
  return { project: next, annotation, record: next.annotations.get(annotation) };
};
const set = (on: typeof claim, attribute: string, value: string | null) =>
  setAttribute(on.project, { annotation: on.annotation, attribute, value }, context);
const name = (on: typeof claim, words: string) => nameEntity(on.project, { annotation: on.annotation, name: words }, context);
const note = (on: typeof claim, words: string) => setNote(on.project, { annotation: on.annotation, note: words }, context);
const flag = (on: typeof claim, value: 'unsure' | null) => setFlag(on.project, { annotation: on.annotation, flag: value }, context);

describe('an attribute', () => {
  it.each<readonly [string, string, string | null, object]>([
    ['is set', 'checkworthy', 'high', { kind: 'quantity', checkworthy: 'high' }],
    ['of free words is set', 'wording', 'Twelve people were hurt.', { kind: 'quantity', wording: 'Twelve people were hurt.' }],
    ['takes the place of what was proposed', 'kind', 'event', { kind: 'event' }],
    ['is unset', 'kind', null, {}],
  ])('%s', (_, attribute, value, attributes) => {
    expect(made(claim, set(claim, attribute, value)).record?.attributes).toEqual(attributes);
  });

  it('says who changed it when', () => {
    expect(made(claim, set(claim, 'checkworthy', 'high')).record).toMatchObject({
      modifiedBy: context.author,
      modified: expect.any(String),
    });
  });

  it.each<readonly [string, string, string]>([
    ['that the type lacks', 'mode', 'direct'],
    ['with a value it may not have', 'checkworthy', 'extreme'],
    ['with an empty value of a list', 'checkworthy', ''],
  ])('is refused %s', (_, attribute, value) => {
    expect(() => set(claim, attribute, value)).toThrow();
  });

  it('set to what it is already, or unset where it was not set, gives an empty patch', () => {
    const high = made(claim, set(claim, 'checkworthy', 'high'));
    expect(set(high, 'checkworthy', 'high')).toEqual([]);
    expect(set(claim, 'checkworthy', null)).toEqual([]);
  });
});

describe('a proposed value', () => {
  it.each<readonly [string, Patch, string | undefined]>([
    ['confirmed as it is', confirmAttribute(claim.project, { annotation: claim.annotation, attribute: 'kind' }, context), 'quantity'],
    ['set to itself', set(claim, 'kind', 'quantity'), 'quantity'],
    ['set to another', set(claim, 'kind', 'event'), 'event'],
    ['unset', set(claim, 'kind', null), undefined],
  ])('%s is no longer proposed', (_, patch, value) => {
    const { record } = made(claim, patch);
    expect(record).not.toHaveProperty('suggested');
    expect(record?.attributes.kind).toBe(value);
  });

  it('stays proposed while another is set', () => {
    expect(made(claim, set(claim, 'checkworthy', 'low')).record?.suggested).toEqual(['kind']);
  });

  it('that nobody proposed needs no confirming', () => {
    expect(confirmAttribute(claim.project, { annotation: claim.annotation, attribute: 'checkworthy' }, context)).toEqual([]);
  });
});

describe('who a source is', () => {
  const kim = made(source, name(source, ' Kim '));
  const entity = [...kim.project.entities.values()][0];

  it('is a new entry of the register, its name trimmed', () => {
    expect(entity).toMatchObject({ name: 'Kim', aliases: [], identifiers: [] });
    expect(kim.record?.attributes.entity).toBe(entity?.id);
  });

  it('named again the same gives an empty patch', () => {
    expect(name(kim, 'Kim')).toEqual([]);
  });

  it('is an entry that is there, by name or alias', () => {
    if (!entity) throw new Error('Kim is in the register.');
    const known = { ...entity, aliases: ['Ms Kim'] };
    const project = { ...source.project, entities: new Map([[known.id, known]]) };
    for (const words of ['Kim', 'Ms Kim']) {
      const named = made({ ...source, project }, name({ ...source, project }, words));
      expect(named.project.entities.size).toBe(1);
      expect(named.record?.attributes.entity).toBe(known.id);
    }
  });

  it('is unset by an empty name, and the entry stays', () => {
    const unnamed = made(kim, name(kim, '  '));
    expect(unnamed.record?.attributes).not.toHaveProperty('entity');
    expect(unnamed.project.entities.size).toBe(1);
  });

  it('is refused for what is no source', () => {
    expect(() => name(claim, 'Kim')).toThrow('claim');
  });
});

describe('note and flag', () => {
  const noted = made(claim, note(claim, 'ask again\n'));
  const unsure = made(claim, flag(claim, 'unsure'));

  it('are set, and taken away without a trace', () => {
    expect(noted.record?.note).toBe('ask again\n');
    expect(made(noted, note(noted, '')).record).not.toHaveProperty('note');
    expect(unsure.record?.flag).toBe('unsure');
    expect(made(unsure, flag(unsure, null)).record).not.toHaveProperty('flag');
  });

  it.each<readonly [string, Patch]>([
    ['an empty note where there is none', note(claim, '')],
    ['the same note', note(noted, 'ask again\n')],
    ['no flag where there is none', flag(claim, null)],
    ['the same flag', flag(unsure, 'unsure')],
  ])('%s: an empty patch', (_, patch) => {
    expect(patch).toEqual([]);
  });
});
