import { attributeOf, tagType } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, Review, TextHash, Time, Verdict } from '../../model/records.ts';
import { wordsOf } from '../../model/views/tags.ts';
import type { Stretch } from '../../text/stretch.ts';
import { standingVerdicts } from './standing.ts';

/** A verdict that calls its rule unclear: what the rule is about, by the labels of the codebook, and the words it came up at. */
export interface UnclearRule {
  readonly verdict: Id;
  readonly text: TextHash;
  readonly set: Id;
  /** `null` where the tag is missing or gone. */
  readonly annotation: Id | null;
  /** UTF-16 units; `null` where nothing says where it stood. */
  readonly stretch: Stretch | null;
  readonly words: string;
  /** The type, then the attributes. */
  readonly about: readonly string[];
  readonly comment: string;
  readonly author: Id;
  readonly created: Time;
}

/** The rules that standing verdicts call unclear, oldest first. `annotations`: the tags they are about, as far as they are there. */
export function unclearRules(
  codebooks: Pick<Project, 'codebooks'>,
  annotations: ReadonlyMap<Id, Annotation>,
  reviews: Iterable<Review>,
): UnclearRule[] {
  return standingVerdicts(reviews)
    .filter(({ ruleUnclear }) => ruleUnclear)
    .map((verdict) => ruleOf(codebooks, annotations.get(verdict.target[0] ?? '') ?? null, verdict));
}

function ruleOf(codebooks: Pick<Project, 'codebooks'>, tag: Annotation | null, verdict: Verdict): UnclearRule {
  const { id, text, set, proposal = {}, comment = '', author, created, codebook } = verdict;
  const known = codebookOf(codebooks, codebook);
  const type = tag?.type ?? proposal.type ?? '';
  const named = [...Object.keys(proposal.attributes ?? {}), ...(proposal.unset ?? [])];
  const segments = tag?.segments ?? proposal.segments;
  return {
    verdict: id,
    text,
    set,
    annotation: tag?.id ?? null,
    stretch: segments ? { start: segments[0].start, end: segments[0].end } : null,
    words: tag ? wordsOf(tag) : (segments?.map(({ exact }) => exact).join(' … ') ?? ''),
    about: [tagType(known, type)?.label ?? type, ...named.map((name) => attributeOf(known, type, name)?.label ?? name)].filter(Boolean),
    comment,
    author,
    created,
  };
}
