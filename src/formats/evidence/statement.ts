import { evidenceMessages as said } from '../../messages/evidence.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation } from '../../model/records.ts';
import { type LinkSeen, linksOf, wordsOf } from '../../model/views/tags.ts';

/** What a row says of a statement: its type, its words, who is behind it, by which way, how far its check is. */
export function statementCells(project: Project, tag: Annotation): readonly string[] {
  const out = linksOf(project, tag.id).filter(({ direction }) => direction === 'out');
  const sources = out.filter(({ relation: { type } }) => type === 'said-by' || type === 'claimed-by');
  const relays = out.filter(({ relation: { type } }) => type === 'relayed-via');
  const names = listed(project, sources);
  const nobody = tag.attributes.voice === 'article' ? said.ownVoice : said.nobody;
  return [
    labelOf(project, tag),
    wordsOf(tag),
    names === '' ? nobody : names,
    relays.map(({ other }) => said.via(nameOf(project, other))).join(', '),
    statusOf(project, tag),
  ];
}

const listed = (project: Project, links: readonly LinkSeen[]): string => links.map(({ other }) => nameOf(project, other)).join(', ');

/** The name a source has in the register, else its words. */
const nameOf = ({ entities }: Project, tag: Annotation): string => entities.get(tag.attributes.entity ?? '')?.name ?? wordsOf(tag);

/** What the codebook calls the type of a tag. */
const labelOf = (project: Project, { type, codebook }: Annotation): string =>
  codebookOf(project, codebook).types.find(({ id }) => id === type)?.label ?? type;

function statusOf(project: Project, { type, codebook, attributes, flag }: Annotation): string {
  const status = codebookOf(project, codebook)
    .types.find(({ id }) => id === type)
    ?.attributes.find(({ id }) => id === 'status');
  const value = attributes.status ?? status?.default ?? '';
  const label = status?.values?.find(({ id }) => id === value)?.label ?? value;
  return [label, flag === undefined ? '' : said.unsure].filter((part) => part !== '').join(', ');
}
