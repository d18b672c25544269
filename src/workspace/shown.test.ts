import { expect, it } from 'vitest';
import { link } from '../model/commands/links.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch } from '../model/patch.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { withStored } from './shown.ts';

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
