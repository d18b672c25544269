import { describe, expect, it } from 'vitest';
import { sampleProject } from '../testing/sample-project.ts';
import { addTag } from './commands/tags.ts';
import { applyPatch, change, invert, type Patch, patchOf, squash } from './patch.ts';
import type { Project } from './project.ts';

const { project, context, texts } = sampleProject('Headline\n\nKim said so.');
const tag = addTag(project, { text: texts[0] ?? '', type: 'source', stretches: [{ start: 10, end: 13 }] }, context);
const tagged = applyPatch(project, tag);
const [annotation] = tagged.annotations.values();

describe('a patch', () => {
  it('changes the project it is given by making another', () => {
    expect(project.annotations.size).toBe(0);
    expect(tagged.annotations.size).toBe(1);
    expect(tagged.articles).toBe(project.articles);
  });

  it('is refused whole where one record is not as it expects', () => {
    const name = change('authors', context.author, { id: context.author, name: 'Somebody' }, { id: context.author, name: 'Else' });
    expect(() => applyPatch(project, [...tag, ...patchOf(name)])).toThrow(context.author);
    expect(project.annotations.size).toBe(0);
  });

  it('made on something else is refused; a variant that does not compare would overwrite unseen work', () => {
    const careless = (so: Project, [first]: Patch): Project =>
      first ? { ...so, [first.table]: new Map<string, unknown>(so[first.table]).set(first.id, first.after) } : so;
    const stale = patchOf(
      change('authors', context.author, { id: context.author, name: 'Somebody' }, { id: context.author, name: 'Else' }),
    );
    expect(careless(project, stale).authors.get(context.author)?.name).toBe('Else');
    expect(() => applyPatch(project, stale)).toThrow();
  });

  it('that changes nothing is empty', () => {
    expect(patchOf(change('annotations', annotation?.id ?? '', annotation ?? null, annotation ?? null))).toEqual([]);
  });

  it('squashed with its inverse is empty', () => {
    expect(squash([tag, invert(tag)])).toEqual([]);
  });
});
