import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomCommand } from '../testing/random-command.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { count, seed } from '../testing/test-length.ts';
import { editArticle } from './commands/articles.ts';
import { setAttribute, setFlag, setNote } from './commands/attributes.ts';
import { insist } from './commands/insist.ts';
import { link, unlink } from './commands/links.ts';
import { recordExport } from './commands/people.ts';
import { addTag, deleteTag, retype, setSegments } from './commands/tags.ts';
import { brokenRules } from './integrity.ts';
import { differingFields } from './merge.ts';
import { applyPatch, type Patch, squash } from './patch.ts';
import type { Project } from './project.ts';
import { rebase } from './rebase.ts';

const content = 'Headline\n\n“All is well,” Kim said on Monday. KCNA and AFP told of 12 people.';
const { project: bare, context, texts } = sampleProject(content);
const tagged = ([type, words]: readonly [string, string], project: Project): Project => {
  const start = content.indexOf(words);
  return applyPatch(project, addTag(project, { text: texts[0] ?? '', type, stretches: [{ start, end: start + words.length }] }, context));
};
const project = (
  [
    ['claim', 'All is well'],
    ['source', 'Kim'],
    ['source', 'KCNA'],
    ['source', 'AFP'],
  ] as const
).reduce((so, tag) => tagged(tag, so), bare);
const [claim = '', kim = '', kcna = '', afp = ''] = project.annotations.keys();
const [article = ''] = project.articles.keys();

type Act = (project: Project) => Patch;
const note =
  (words: string): Act =>
  (so) =>
    setNote(so, { annotation: claim, note: words }, context);
const value =
  (attribute: string, chosen: string): Act =>
  (so) =>
    setAttribute(so, { annotation: claim, attribute, value: chosen }, context);
const flag: Act = (so) => setFlag(so, { annotation: claim, flag: 'unsure' }, context);
const type =
  (to: string): Act =>
  (so) =>
    retype(so, { annotation: claim, type: to }, context);
const move: Act = (so) => setSegments(so, { annotation: claim, stretches: [{ start: 11, end: 14 }] }, context);
const gone: Act = (so) => deleteTag(so, { annotation: claim }, context);
const relay =
  (to: string): Act =>
  (so) =>
    link(so, { type: 'relayed-via', from: claim, to }, context);
const title =
  (words: string): Act =>
  (so) =>
    editArticle(so, { article, fields: { title: words } });
const exported =
  (head: string): Act =>
  (so) =>
    recordExport(so, { set: context.set, head });

/** What the second of two acts, both made on the same project, becomes after the first. */
const rebased = (theirs: Act, ours: Act, on = project) => {
  const stored = applyPatch(on, theirs(on));
  return { stored, ...rebase(ours(on), stored) };
};

describe('two changes of one record', () => {
  it.each<readonly [string, Act, Act]>([
    ['a note and a value', note('mine'), value('kind', 'event')],
    ['two values', value('kind', 'event'), value('checkworthy', 'high')],
    ['a flag and edges', flag, move],
    ['a note and a type', note('mine'), type('quote')],
    ['two exports', exported('one'), exported('two')],
    ['a title and a publisher', title('Other'), (so) => editArticle(so, { article, fields: { publisher: 'Courier' } })],
  ])('are both kept: %s, whichever comes first', (_, one, other) => {
    const ends = [rebased(one, other), rebased(other, one)].map(({ stored, patch, disputes }) => {
      expect(disputes).toEqual([]);
      const end = applyPatch(stored, patch);
      expect(brokenRules(end)).toEqual([]);
      return end;
    });
    const [first, second] = ends.map((end) => [...end.annotations.values(), ...end.articles.values()]);
    first?.forEach((record, index) => expect(differingFields(record, second?.[index] ?? record)).toEqual([]));
    const sets = ends.map((end) => new Set(end.sets.get(context.set)?.heads));
    expect(sets[0]).toEqual(sets[1]);
  });

  it.each<readonly [string, Act, Act, string[]]>([
    ['two notes', note('theirs'), note('mine'), ['note']],
    ['two values of one attribute', value('kind', 'event'), value('kind', 'quantity'), ['attributes.kind']],
    ['a type and an attribute of the old one', type('quote'), value('kind', 'event'), ['type']],
    ['two titles', title('Theirs'), title('Mine'), ['title']],
  ])('are in dispute: %s', (_, theirs, ours, fields) => {
    expect(rebased(theirs, ours).disputes.map((dispute) => dispute.fields)).toEqual([fields]);
  });

  it('that are the same are no conflict, and nothing is left to do', () => {
    expect(rebased(note('same'), note('same'))).toMatchObject({ patch: [], disputes: [] });
    expect(rebased(gone, gone)).toMatchObject({ patch: [], disputes: [] });
  });

  it('are in dispute where one side has deleted the record', () => {
    expect(rebased(gone, note('mine')).disputes).toMatchObject([{ theirs: null, ours: { note: 'mine' } }]);
    expect(rebased(note('theirs'), gone).disputes).toMatchObject([{ theirs: { note: 'theirs' }, ours: null, fields: ['note'] }]);
  });

  it('come through in order where several wait on one record', () => {
    const theirs = flag(project);
    const first = note('one')(project);
    const second = value('kind', 'event')(applyPatch(project, first));
    const stored = [first, second].reduce((so, patch) => applyPatch(so, rebase(patch, so).patch), applyPatch(project, theirs));
    expect(stored.annotations.get(claim)).toMatchObject({ flag: 'unsure', note: 'one', attributes: { kind: 'event' } });
  });
});

describe('a path of relays', () => {
  const whole = (so: Project) => brokenRules(so).filter(({ rule }) => rule === 'order');

  it('that both have lengthened holds both, in order', () => {
    const { stored, patch, disputes } = rebased(relay(kcna), relay(afp));
    expect(disputes).toEqual([]);
    expect(whole(applyPatch(stored, relay(afp)(project)))).not.toEqual([]);
    expect(whole(applyPatch(stored, patch))).toEqual([]);
    expect(applyPatch(stored, patch).relations.size).toBe(2);
  });

  it('that one has lengthened and the other shortened closes up', () => {
    const long = [relay(kim), relay(kcna)].reduce((so, act) => applyPatch(so, act(so)), project);
    const [first = ''] = long.relations.keys();
    const { stored, patch } = rebased(relay(afp), (so) => unlink(so, { relation: first }, context), long);
    expect(whole(applyPatch(stored, patch))).toEqual([]);
    expect(applyPatch(stored, patch).relations.size).toBe(2);
  });
});

describe('an action insisted on', () => {
  const insisted = (theirs: Act, ours: Act, on = project) => {
    const stored = applyPatch(on, theirs(on));
    const end = applyPatch(stored, insist(stored, ours(on), context));
    expect(brokenRules(end)).toEqual([]);
    return end;
  };

  it('takes our value and keeps what the other side changed besides', () => {
    const theirs: Act = (so) => squash([note('theirs')(so), flag(applyPatch(so, note('theirs')(so)))]);
    expect(insisted(theirs, note('mine')).annotations.get(claim)).toMatchObject({ note: 'mine', flag: 'unsure' });
  });

  it('brings a deleted tag back with its change', () => {
    expect(insisted(gone, note('mine')).annotations.get(claim)).toMatchObject({ note: 'mine' });
  });

  it.each<readonly [string, Act]>([
    ['deletes a tag with the link it got meanwhile', (so) => deleteTag(so, { annotation: kim }, context)],
    ['makes it another type, without that link', (so) => retype(so, { annotation: kim, type: 'claim' }, context)],
  ])('%s', (_, ours) => {
    const theirs: Act = (so) => link(so, { type: 'claimed-by', from: claim, to: kim }, context);
    const end = insisted(theirs, ours);
    expect(end.relations.size).toBe(0);
    expect(end.annotations.get(claim)?.attributes.voice).toBeUndefined();
  });
});

const step = fc.record({
  command: fc.nat(),
  one: fc.nat(),
  two: fc.nat(),
  stretches: fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 2 }),
});

it('any two actions: without a dispute each field is as one side made it, with one it is ours', () => {
  const start = [relay(kim), note('before'), value('kind', 'event')].reduce((so, act) => applyPatch(so, act(so)), project);
  fc.assert(
    fc.property(step, step, (one, other) => {
      const [theirs, ours] = [one, other].map((chosen) => randomCommand(start, chosen, texts, context)) as [Patch, Patch];
      const stored = applyPatch(start, theirs);
      const { patch, disputes } = rebase(ours, stored);
      const end = applyPatch(stored, patch);
      for (const { table, id, before, after: meant } of ours) {
        const [record, there] = [end[table].get(id), stored[table].get(id)];
        if (!before || !meant || !record || !there || table === 'relations') continue;
        const disputed = disputes.find((dispute) => dispute.id === id)?.fields ?? [];
        const changed = differingFields(before, meant);
        // A list holds what both have added.
        const ownFields = differingFields(record, meant).filter(
          (field) => changed.includes(field) && field !== 'heads' && field !== 'suggested',
        );
        const otherFields = differingFields(record, there).filter((field) => !changed.includes(field) && !disputed.includes('type'));
        expect([ownFields, otherFields]).toEqual([[], []]);
      }
    }),
    { seed, numRuns: count(500, 20_000) },
  );
});
