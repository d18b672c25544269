import { findingsIn } from '../model/checks/table.ts';
import { newsroomCore } from '../model/codebooks/newsroom-core.ts';
import { acknowledge, withdraw } from '../model/commands/acknowledge.ts';
import { deleteArticle, editArticle, editZones } from '../model/commands/articles.ts';
import { confirmAttribute, nameEntity, setAttribute, setFlag, setNote } from '../model/commands/attributes.ts';
import { articleVoice, link, unlink } from '../model/commands/links.ts';
import { addPerson, recordExport, renameAuthor } from '../model/commands/people.ts';
import { addTag, deleteTag, retype, setSegments } from '../model/commands/tags.ts';
import type { Context } from '../model/context.ts';
import type { Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, TextHash, Verdict } from '../model/records.ts';
import { targetsNear } from '../model/views/tags.ts';
import { carryOut } from '../review/verdicts/carry-out.ts';
import { amendVerdict, answerVerdict, giveVerdicts } from '../review/verdicts/commands.ts';
import { decisionsFrom } from '../review/verdicts/derive.ts';
import { sha256 } from '../text/hash.ts';

/** Numbers from which a command and its arguments are chosen, whatever the project looks like by then. */
export interface Step {
  readonly command: number;
  readonly one: number;
  readonly two: number;
  readonly stretches: readonly (readonly [from: number, length: number])[];
}

type Command = (project: Project, step: Step, texts: readonly TextHash[], context: Context) => Patch;

const types = newsroomCore.types.map(({ id }) => id);
const nth = <T>(list: Iterable<T>, index: number): T | undefined => {
  const all = [...list];
  return all[index % all.length];
};

const stretchesIn = (length: number, { stretches }: Step) =>
  stretches.map(([from, size]) => ({ start: from % (length - 1), end: Math.min(length, (from % (length - 1)) + size) }));

const onAnnotation =
  (command: (project: Project, annotation: string, step: Step, context: Context) => Patch): Command =>
  (project, step, _, context) => {
    const annotation = nth(project.annotations.keys(), step.one);
    return annotation === undefined ? [] : command(project, annotation, step, context);
  };

const tag: Command = (project, step, texts, context) => {
  const text = nth(texts, step.one) ?? '';
  const length = project.texts.get(text)?.length ?? 0;
  return addTag(project, { text, type: nth(types, step.two) ?? '', stretches: stretchesIn(length, step) }, context);
};

const linkSomething = onAnnotation((project, from, { two }, context) => {
  const start = project.annotations.get(from);
  const relation = nth(newsroomCore.relations, two);
  const to = start && relation && nth(targetsNear(project, start, relation), two);
  return start && relation?.from.includes(start.type) && to ? link(project, { type: relation.id, from, to: to.id }, context) : [];
});

const setSomething = onAnnotation((project, annotation, { two }, context) => {
  const type = project.annotations.get(annotation)?.type;
  const attribute = nth(newsroomCore.types.find(({ id }) => id === type)?.attributes ?? [], two);
  if (attribute?.type === 'entity') return nameEntity(project, { annotation, name: `Person ${two % 3}` }, context);
  const value = attribute?.type === 'enum' ? nth(attribute.values ?? [], two)?.id : 'words';
  return attribute
    ? setAttribute(project, { annotation, attribute: attribute.id, value: two % 4 === 0 ? null : (value ?? null) }, context)
    : [];
});

const confirmSomething = onAnnotation((project, annotation, _, context) => {
  const [attribute] = project.annotations.get(annotation)?.suggested ?? [];
  return attribute === undefined ? [] : confirmAttribute(project, { annotation, attribute }, context);
});

const moveSomething = onAnnotation((project, annotation, step, context) => {
  const length = project.texts.get(project.annotations.get(annotation)?.text ?? '')?.length ?? 0;
  return setSegments(project, { annotation, stretches: stretchesIn(length, step) }, context);
});

const onArticle =
  (command: (project: Project, article: string, step: Step, context: Context) => Patch): Command =>
  (project, step, _, context) => {
    const article = nth(project.articles.keys(), step.one);
    return article === undefined ? [] : command(project, article, step, context);
  };

const acknowledgeSomething = onArticle((project, id, { two }, context) => {
  const article = project.articles.get(id);
  const version = article?.versions.at(-1);
  const { set } = context;
  const finding = article && version && nth(findingsIn(project, { article, version, set }), two);
  if (!finding) return [];
  const of = { finding, set, text: version.text };
  return finding.acknowledged && two % 2 === 0 ? withdraw(project, of) : acknowledge(project, of, `reason ${two}`, context);
});

/** Some edit, said as verdicts instead of done. */
const reviewSomething: Command = (project, step, texts, context) => {
  const edit = [tag, linkSomething, setSomething, moveSomething][step.one % 4]?.(project, step, texts, context) ?? [];
  const text = edit.find((change) => change.table === 'annotations' || change.table === 'relations');
  const about = text && 'text' in (text.after ?? {}) ? (text.after as Annotation).text : null;
  return about === null ? [] : giveVerdicts(project, { set: context.set, text: about }, decisionsFrom(project, edit), context);
};

const onVerdict =
  (command: (project: Project, verdict: Verdict, step: Step, context: Context) => Patch): Command =>
  (project, step, _, context) => {
    const verdict = nth(
      [...project.reviews.values()].filter((review) => 'target' in review),
      step.one,
    );
    return verdict ? command(project, verdict, step, context) : [];
  };

const commands: readonly Command[] = [
  tag,
  tag,
  tag,
  linkSomething,
  linkSomething,
  linkSomething,
  setSomething,
  setSomething,
  confirmSomething,
  moveSomething,
  onAnnotation((project, annotation, { two }, context) => retype(project, { annotation, type: nth(types, two) ?? '' }, context)),
  onAnnotation((project, annotation, _, context) => deleteTag(project, { annotation }, context)),
  onAnnotation((project, annotation, { two }, context) =>
    setNote(project, { annotation, note: two % 3 === 0 ? '' : `note ${two}` }, context),
  ),
  onAnnotation((project, annotation, { two }, context) => setFlag(project, { annotation, flag: two % 2 === 0 ? 'unsure' : null }, context)),
  onAnnotation((project, annotation, _, context) =>
    project.annotations.get(annotation)?.type === 'claim' ? articleVoice(project, { annotation }, context) : [],
  ),
  (project, { one }, _, context) => {
    const relation = nth(project.relations.keys(), one);
    return relation === undefined ? [] : unlink(project, { relation }, context);
  },
  onArticle((project, article, { two }) =>
    editArticle(project, { article, fields: { title: `Title ${two}`, publisher: two % 2 ? 'Courier' : null } }),
  ),
  onArticle((project, article, { two }) =>
    editZones(project, {
      article,
      zones: (project.articles.get(article)?.versions[0].zones ?? []).filter((_, index) => index !== two % 4),
    }),
  ),
  acknowledgeSomething,
  acknowledgeSomething,
  onArticle((project, article, { two }, context) => (two % 5 === 0 ? deleteArticle(project, { article }, context) : [])),
  (project, { two }, _, context) =>
    two % 3 === 0 ? addPerson(context).patch : renameAuthor(project, { author: context.author, name: `Name ${two}` }),
  (project, { two }, _, context) => recordExport(project, { set: context.set, head: sha256(`head ${two % 3}`) }),
  reviewSomething,
  reviewSomething,
  onVerdict((project, verdict, { two }, context) =>
    answerVerdict(project, { verdict: verdict.id, kind: two % 2 === 0 ? 'accepted' : 'discuss' }, context),
  ),
  onVerdict((project, verdict, { two }, context) => amendVerdict(project, { verdict: verdict.id, comment: `word ${two % 3}` }, context)),
  onVerdict((project, verdict, _, context) => carryOut(project, verdict, context) ?? []),
];

/** The patch of the command a step stands for; empty where the project has nothing it could be done to. */
export const randomCommand: Command = (project, step, texts, context) => nth(commands, step.command)?.(project, step, texts, context) ?? [];
