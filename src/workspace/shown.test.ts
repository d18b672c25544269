import { describe, expect, it } from 'vitest';
import { segmentsAt } from '../anchoring/describe.ts';
import { link } from '../model/commands/links.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch, change, invert, patchOf } from '../model/patch.ts';
import type { Annotation, Relation } from '../model/records.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { withStored, withWaiting } from './shown.ts';

const start = sampleProject('Headline\n\nKim said so.', 'Another\n\nKim said so again.');
const [open = '', other = ''] = start.texts;
const tagging = (project: typeof start.project, text: string) =>
  addTag(project, { text, type: 'claim', stretches: [{ start: 2, end: 5 }] }, start.context);

it('a tag and a link to it from another text are shown, also when they are heard of at once', () => {
  const far = tagging(start.project, other);
  const near = tagging(applyPatch(start.project, far), open);
  const both = applyPatch(applyPatch(start.project, far), near);
  const linking = link(both, { type: 'contradicts', from: far[0]?.id ?? '', to: near[0]?.id ?? '' }, start.context);
  const oneByOne = [far, near, linking].reduce((project, patch) => withStored(project, patch, [], open), start.project);
  const atOnce = withStored(start.project, [far, near, linking].flat(), [], open);
  expect([...oneByOne.relations.keys()]).toEqual([linking[0]?.id]);
  expect(atOnce).toEqual(oneByOne);
  expect([...atOnce.annotations.keys()]).toEqual([near[0]?.id]);
});

describe('a tag that goes from one text to another', () => {
  const far = tagging(start.project, other);
  const tag = far[0]?.after as Annotation;
  const [content, id] = [start.project.texts.get(open)?.content ?? '', tag.id];
  const here = { ...tag, text: open, segments: segmentsAt(content, [{ start: 2, end: 5 }]) };
  const move = patchOf(change('annotations', id, tag, here));

  it('comes into memory where it goes to, and leaves it where it came from', () => {
    const arrived = withStored(start.project, move, [], open);
    expect([...arrived.annotations.values()]).toEqual([here]);
    const left = withStored(applyPatch(start.project, far), move, [], other);
    expect([...left.annotations.keys()]).toEqual([]);
    expect(withStored(start.project, move, [], 'a third')).toBe(start.project);
  });

  it('stays in memory with a link that goes along and ends here', () => {
    const near = tagging(applyPatch(start.project, far), open);
    const both = applyPatch(applyPatch(start.project, far), near);
    const linking = link(both, { type: 'contradicts', from: id, to: near[0]?.id ?? '' }, start.context);
    const relation = linking[0]?.after as Relation;
    const moved = [...move, ...patchOf(change('relations', relation.id, relation, { ...relation, text: open }))];
    const before = [near, linking].reduce((project, patch) => withStored(project, patch, [], open), start.project);
    const after = withStored(before, moved, [], open);
    expect(after.relations.get(relation.id)?.text).toBe(open);
    expect(after.annotations.size).toBe(2);
    const back = withStored(after, invert(moved), [], open);
    expect(back.relations.get(relation.id)).toEqual(relation);
    expect([...back.annotations.keys()]).toEqual([near[0]?.id]);
  });

  it('is shown at once while it waits to be stored', () => {
    expect([...withWaiting(start.project, [move], open).annotations.values()]).toEqual([here]);
  });
});
