import { reviewMessages as words } from '../../messages/review.ts';
import { tagType } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf, relationsAt } from '../../model/commands/lookup.ts';
import type { Annotation } from '../../model/records.ts';
import { wordsOf } from '../../model/views/tags.ts';
import { changedWords } from '../../review/verdicts/wording.ts';
import panel from '../panel/panel.module.css';
import { useWorkspaceState } from '../use-workspace.ts';

/** Words of a tag; those that another reading has not are underlined. */
export function Marked({ segments, other }: { readonly segments: Annotation['segments']; readonly other: Annotation['segments'] | null }) {
  return (
    <blockquote className={panel.words} data-whole="">
      <bdi>
        {changedWords(segments, other).map(({ start, text, changed }) =>
          changed ? <u key={start}>{text}</u> : <span key={start}>{text}</span>,
        )}
      </bdi>
    </blockquote>
  );
}

/** How somebody reads a passage: the words, the type with its values, and the sources. */
export function Reading({ tag, other }: { readonly tag: Annotation; readonly other: Annotation['segments'] | null }) {
  const project = useWorkspaceState((state) => state.project);
  const codebook = codebookOf(project, tag.codebook);
  const links = relationsAt(project, tag.id).filter(({ from }) => from === tag.id);
  const sources = links.flatMap(({ to }) => project.annotations.get(to) ?? []).map(wordsOf);
  const type = tagType(codebook, tag.type);
  const values = Object.entries(tag.attributes).map(([id, value]) => {
    const definition = type?.attributes.find((attribute) => attribute.id === id);
    const label = definition?.values?.find((one) => one.id === value)?.label ?? project.entities.get(value)?.name ?? value;
    return `${definition?.label ?? id}: ${label}`;
  });
  return (
    <>
      <Marked segments={tag.segments} other={other} />
      <p className={panel.muted}>
        {[type?.label ?? tag.type, ...values].join(' · ')}
        {tag.type === 'source' ? null : (
          <>
            {' · '}
            <bdi>{words.from(sources)}</bdi>
          </>
        )}
      </p>
    </>
  );
}
