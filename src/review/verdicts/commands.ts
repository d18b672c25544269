import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { Context } from '../../model/context.ts';
import { change, type Patch, patchOf } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Answer, Id, Proposal, Remark, Severity, TextHash, Verdict, VerdictKind } from '../../model/records.ts';
import { standingVerdicts } from './standing.ts';
import { stateOf } from './state.ts';

/** What a reviewer decides of tags and links; `target` is empty where a tag is missing. */
export interface Decision {
  readonly kind: VerdictKind;
  readonly target: readonly Id[];
  readonly proposal?: Proposal;
  readonly comment?: string;
  readonly severity?: Severity;
  readonly ruleUnclear?: true;
}

/** Whose tags on which text are reviewed. */
export interface Reviewed {
  readonly set: Id;
  readonly text: TextHash;
}

const whole: ReadonlySet<VerdictKind> = new Set(['agree', 'remove', 'question']);

/** Notes decisions as verdicts. A verdict on a tag as a whole takes the place of everything the reviewer said of it before, another one of what is of its kind or about the whole. */
export function giveVerdicts(project: Project, { set, text }: Reviewed, decisions: readonly Decision[], context: Context): Patch {
  const mine = standingVerdicts(project.reviews.values()).filter(
    (one) => one.author === context.author && one.set === set && one.text === text,
  );
  const verdicts = decisions.map((decision): Verdict => {
    const [about] = decision.target;
    const replaces = mine
      .filter((one) => about !== undefined && one.target[0] === about && takesPlaceOf(decision.kind, one.kind))
      .map(({ id }) => id);
    return {
      id: context.id(),
      set,
      text,
      author: context.author,
      created: context.now(),
      ...decision,
      state: stateOf(project, decision.target),
      codebook: project.annotations.get(about ?? '')?.codebook ?? codebookRef(currentCodebook(project)),
      ...(replaces.length > 0 && { replaces }),
    };
  });
  return patchOf(...verdicts.map((verdict) => change('reviews', verdict.id, null, verdict)));
}

const takesPlaceOf = (kind: VerdictKind, earlier: VerdictKind): boolean => whole.has(kind) || whole.has(earlier) || kind === earlier;

/** A verdict said again with another severity or comment, or with the rule called unclear; an empty patch where it says that already. Throws for one that is not there. */
export function amendVerdict(
  project: Project,
  {
    verdict: id,
    ...amended
  }: { readonly verdict: Id } & Partial<Pick<Verdict, 'severity' | 'comment'>> & { readonly ruleUnclear?: boolean },
  context: Context,
): Patch {
  const { ruleUnclear: before, ...verdict } = verdictIn(project, id);
  const { ruleUnclear = before === true, ...said } = amended;
  const same = ruleUnclear === (before === true) && Object.entries(said).every(([member, value]) => Reflect.get(verdict, member) === value);
  if (same) return [];
  const after: Verdict = {
    ...verdict,
    ...said,
    ...(ruleUnclear && { ruleUnclear: true }),
    id: context.id(),
    author: context.author,
    created: context.now(),
    replaces: [id],
  };
  return patchOf(change('reviews', after.id, null, after));
}

/** Notes what the set’s author makes of a verdict. Throws for one that is not there. */
export function answerVerdict(
  project: Project,
  { verdict: id, kind, comment = '' }: { readonly verdict: Id; readonly kind: Answer['kind']; readonly comment?: string },
  context: Context,
): Patch {
  const words = comment.trim();
  const answer: Answer = { ...saidOn(verdictIn(project, id), context), kind, ...(words !== '' && { comment: words }) };
  return patchOf(change('reviews', answer.id, null, answer));
}

/** Adds a word to what was said of a verdict; none for an empty one. Throws for a verdict that is not there. */
export function addRemark(
  project: Project,
  { verdict: id, comment }: { readonly verdict: Id; readonly comment: string },
  context: Context,
): Patch {
  const words = comment.trim();
  if (words === '') return [];
  const remark: Remark = { ...saidOn(verdictIn(project, id), context), kind: 'remark', comment: words };
  return patchOf(change('reviews', remark.id, null, remark));
}

function verdictIn({ reviews }: Project, id: Id): Verdict {
  const verdict = reviews.get(id);
  if (!verdict || !('target' in verdict)) throw new Error(`There is no verdict ${id}.`);
  return verdict;
}

const saidOn = ({ id, set, text }: Verdict, context: Context) => ({
  id: context.id(),
  set,
  text,
  author: context.author,
  created: context.now(),
  verdict: id,
});
