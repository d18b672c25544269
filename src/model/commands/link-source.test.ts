import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { sha256 } from '../../text/hash.ts';
import { applyPatch } from '../patch.ts';
import type { Project } from '../project.ts';
import { nameEntity } from './attributes.ts';
import { linkSource, type SourceLink } from './link-source.ts';
import { addTag } from './tags.ts';

const text = 'Headline\n\n“All is well,” Kim said on Monday.';
const { project: empty, context } = sampleProject(text);
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const tagged = (project: Project, type: string, words: string) => {
  const patch = addTag(project, { text: sha256(text), type, stretches: [at(words)] }, context);
  return { project: applyPatch(project, patch), id: patch[0]?.id ?? '' };
};
const quote = tagged(empty, 'quote', '“All is well,”');
const speaker: SourceLink = {
  statement: quote.id,
  relation: 'said-by',
  stretches: [at('Kim')],
  who: { name: 'Kim Jong Un' },
  origin: 'suggestion',
};

const linked = (project: Project, source: SourceLink) => {
  const patch = linkSource(project, source, context);
  checkPatch(project, patch);
  return { patch, project: applyPatch(project, patch) };
};

describe('linking a source', () => {
  it('makes the tag, the register entry and the link in one patch', () => {
    const { patch, project } = linked(quote.project, speaker);
    expect(patch.map(({ table }) => table).sort()).toEqual(['annotations', 'entities', 'relations']);
    const [entity] = [...project.entities.values()];
    const source = [...project.annotations.values()].find(({ type }) => type === 'source');
    expect(entity?.name).toBe('Kim Jong Un');
    expect(source).toMatchObject({ origin: 'suggestion', attributes: { entity: entity?.id } });
    expect(source?.suggested ?? []).not.toContain('entity');
  });

  it('uses the tag that is there, and leaves who it is as somebody said', () => {
    const kim = tagged(quote.project, 'source', 'Kim');
    const named = applyPatch(kim.project, nameEntity(kim.project, { annotation: kim.id, name: 'Kim Yo Jong' }, context));
    const { patch, project } = linked(named, speaker);
    expect(patch.map(({ table }) => table)).toEqual(['relations']);
    expect([...project.entities.values()].map(({ name }) => name)).toEqual(['Kim Yo Jong']);
  });

  it('makes no register entry where nobody is named', () => {
    expect(linked(quote.project, { ...speaker, who: null }).project.entities.size).toBe(0);
  });

  it('gives an empty patch when all of it is there', () => {
    expect(linkSource(linked(quote.project, speaker).project, speaker, context)).toEqual([]);
  });
});
