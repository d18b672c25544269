import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { TaggedSample } from '../../testing/tagged-sample.ts';
import { applyPatch, change, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Entity, Id } from '../records.ts';
import { addEntity, deleteEntity, editEntity, mergeEntities, splitEntity } from './register.ts';

const sample = () =>
  new TaggedSample('Talks\n\nMr Kim said yes. Kim said no. He left, the leader said.')
    .entity('Kim')
    .entity('Mr Kim')
    .entity('Nobody')
    .tag('mister', 'source', 'Mr Kim', { entity: 'Mr Kim', naming: 'named' })
    .tag('kim', 'source', 'Kim said no', { entity: 'Kim' })
    .tag('he', 'source', 'He', { entity: 'Kim' });
const { project, context, id } = (() => {
  const made = sample();
  return { project: made.project, context: made.context, id: (name: string) => made.id(name) };
})();
const entity = (after: Project, of: Id): Entity | undefined => after.entities.get(of);
const whoIs = (after: Project, name: string) => after.annotations.get(id(name))?.attributes.entity;
const filled = (fields: Partial<Entity>, of = 'Kim') => applyPatch(project, editEntity(project, { entity: of, fields }));

describe('an entry', () => {
  it('is added under its trimmed name, also beside one of that name', () => {
    const { patch, entity: added } = addEntity({ name: ' Kim ' }, context);
    const after = checkPatch(project, patch);
    expect(entity(after, added)).toEqual({ id: added, name: 'Kim', aliases: [], identifiers: [] });
    expect([...after.entities.values()].filter(({ name }) => name === 'Kim')).toHaveLength(2);
  });

  it('without a name is refused', () => {
    expect(() => addEntity({ name: ' ' }, context)).toThrow('name');
  });

  it.each<readonly [string, Partial<Entity>, object]>([
    ['another name', { name: ' Kim Jong Un ' }, { name: 'Kim Jong Un' }],
    ['aliases, each once and none its name', { aliases: ['Kim', ' the leader', 'the leader', ''] }, { aliases: ['the leader'] }],
    ['identifiers, each once', { identifiers: ['Q56226', 'Q56226 '] }, { identifiers: ['Q56226'] }],
    ['a kind', { kind: 'person' }, { kind: 'person' }],
    ['an affiliation', { affiliation: ' DPRK ' }, { affiliation: 'DPRK' }],
    ['a note', { note: 'who?\n' }, { note: 'who?' }],
  ])('gets %s', (_, fields, expected) => {
    const after = checkPatch(project, editEntity(project, { entity: 'Kim', fields }));
    expect(entity(after, 'Kim')).toEqual({ id: 'Kim', name: 'Kim', aliases: [], identifiers: [], ...expected });
  });

  it('loses what is emptied, but never its name', () => {
    const before = filled({ kind: 'person', affiliation: 'DPRK', note: 'x' });
    const fields = { name: ' ', kind: '', affiliation: '', note: ' ' };
    const after = checkPatch(before, editEntity(before, { entity: 'Kim', fields }));
    expect(entity(after, 'Kim')).toEqual(entity(project, 'Kim'));
  });

  it('renamed to one of its aliases has that alias no longer', () => {
    const before = filled({ aliases: ['Kim Jong Un'] });
    const after = applyPatch(before, editEntity(before, { entity: 'Kim', fields: { name: 'Kim Jong Un' } }));
    expect(entity(after, 'Kim')).toMatchObject({ name: 'Kim Jong Un', aliases: [] });
  });

  it.each([{}, { name: 'Kim' }, { name: '' }, { aliases: [] }, { affiliation: '' }])(
    'changed to what it is gives an empty patch: %j',
    (fields) => {
      expect(editEntity(project, { entity: 'Kim', fields })).toEqual([]);
    },
  );

  it('that nobody names is deleted; one that is named is not', () => {
    expect(checkPatch(project, deleteEntity(project, { entity: 'Nobody' })).entities.has('Nobody')).toBe(false);
    expect(() => deleteEntity(project, { entity: 'Kim' })).toThrow('named');
  });

  it('that is unknown is refused', () => {
    expect(() => editEntity(project, { entity: 'x', fields: {} })).toThrow('x');
    expect(() => deleteEntity(project, { entity: 'x' })).toThrow('x');
    expect(() => mergeEntities(project, { kept: 'Kim', merged: 'x' }, context)).toThrow('x');
  });
});

describe('two entries merged', () => {
  it('are one with the names, aliases and identifiers of both, and every mention names it', () => {
    const other = { aliases: ['the leader', 'Kim'], identifiers: ['Q1', 'Q2'], kind: 'person', affiliation: 'DPRK', note: 'old' };
    const step = filled({ aliases: ['K.'], identifiers: ['Q1'], note: 'new' });
    const before = applyPatch(step, editEntity(step, { entity: 'Mr Kim', fields: other }));
    const after = checkPatch(before, mergeEntities(before, { kept: 'Kim', merged: 'Mr Kim' }, context));
    expect(entity(after, 'Mr Kim')).toBeUndefined();
    expect(entity(after, 'Kim')).toEqual({
      id: 'Kim',
      name: 'Kim',
      aliases: ['K.', 'Mr Kim', 'the leader'],
      identifiers: ['Q1', 'Q2'],
      kind: 'person',
      affiliation: 'DPRK',
      note: 'new\nold',
    });
    expect(['mister', 'kim', 'he'].map((name) => whoIs(after, name))).toEqual(['Kim', 'Kim', 'Kim']);
    expect(after.annotations.get(id('mister'))).toMatchObject({ attributes: { naming: 'named' }, modifiedBy: context.author });
  });

  it('keep what the kept one says of itself', () => {
    const step = filled({ kind: 'person', affiliation: 'DPRK' });
    const before = applyPatch(step, editEntity(step, { entity: 'Mr Kim', fields: { kind: 'other', affiliation: 'ROK' } }));
    const after = applyPatch(before, mergeEntities(before, { kept: 'Kim', merged: 'Mr Kim' }, context));
    expect(entity(after, 'Kim')).toMatchObject({ kind: 'person', affiliation: 'DPRK' });
  });

  it('of one name are one without that name as an alias; a mention that names neither stays', () => {
    const twin: Entity = { id: 'twin', name: 'Kim', aliases: [], identifiers: [] };
    const before = applyPatch(project, patchOf(change('entities', 'twin', null, twin)));
    const after = checkPatch(before, mergeEntities(before, { kept: 'Kim', merged: 'twin' }, context));
    expect(entity(after, 'Kim')?.aliases).toEqual([]);
    expect(whoIs(after, 'mister')).toBe('Mr Kim');
  });

  it('that are one already give an empty patch', () => {
    expect(mergeEntities(project, { kept: 'Kim', merged: 'Kim' }, context)).toEqual([]);
  });
});

describe('an entry split', () => {
  const split = (mentions: readonly Id[], name = 'Other Kim') => splitEntity(project, { entity: 'Kim', mentions, name }, context);

  it('gives the chosen mentions an entry of their own, and the others stay', () => {
    const { patch, entity: added } = split([id('he')]);
    const after = checkPatch(project, patch);
    expect(entity(after, added)).toMatchObject({ name: 'Other Kim' });
    expect([whoIs(after, 'he'), whoIs(after, 'kim'), whoIs(after, 'mister')]).toEqual([added, 'Kim', 'Mr Kim']);
  });

  it('may have the same name twice afterwards', () => {
    const { patch, entity: added } = split([id('he')], 'Kim');
    expect(entity(checkPatch(project, patch), added)?.name).toBe('Kim');
    expect(added).not.toBe('Kim');
  });

  it('by nothing gives an empty patch', () => {
    expect(split([]).patch).toEqual([]);
  });

  it('is refused without a name and for a mention of somebody else', () => {
    expect(() => split([id('he')], ' ')).toThrow('name');
    expect(() => split([id('mister')])).toThrow('another');
  });
});
