import { sameJson } from '../equal.ts';
import type { AttributeDefinition, AttributeValue, Codebook, EntityField, RelationType, TagType } from './codebook.ts';
import { isMajorStep, type VersionPart } from './version.ts';

/** `widened` lets more pass than before; `redefined` means that what was stored may no longer say the same; `reworded` is about words and looks. */
type ChangeKind = 'added' | 'removed' | 'redefined' | 'widened' | 'reworded';

/** One difference between two versions of a codebook. */
export interface CodebookChange {
  readonly what: 'codebook' | 'type' | 'attribute' | 'value' | 'relation' | 'check' | 'entity-field';
  /** Ids from the outside in: type, attribute, value. Empty for the codebook itself. */
  readonly path: readonly string[];
  /** As the newer version calls it, or the older one where it is gone. */
  readonly label: string;
  readonly kind: ChangeKind;
  readonly level: VersionPart;
  /** The members that differ; none where it was added or removed. */
  readonly fields: readonly string[];
  /** Of a relation: the types it must now begin at, which it did not before. */
  readonly due?: readonly string[];
}

/**
 * What is different in the second codebook, in its order, removals last. Other words are taken for the same meaning unless the
 * major version was raised: only who wrote them knows, and says it so.
 */
export function changesBetween(before: Codebook, after: Codebook): CodebookChange[] {
  const meant = isMajorStep(before.version, after.version);
  return structuralChanges(before, after).map((change) =>
    meant && change.kind === 'reworded' && change.fields.some((field) => defining.has(field))
      ? { ...change, kind: 'redefined', level: 'major' }
      : change,
  );
}

const defining = new Set(['description', 'include', 'exclude', 'span', 'help']);

/** How far the version must go up for these changes at least; `null` where there are none. */
export function partNeeded(before: Codebook, after: Codebook): VersionPart | null {
  const levels = structuralChanges(before, after).map(({ level }) => level);
  return (['major', 'minor', 'patch'] as const).find((part) => levels.includes(part)) ?? null;
}

type Judge<T> = (before: T, after: T) => ChangeKind;
type Inner = (path: readonly string[]) => CodebookChange[];

const levels: Readonly<Record<ChangeKind, VersionPart>> = {
  added: 'minor',
  removed: 'major',
  redefined: 'major',
  widened: 'minor',
  reworded: 'patch',
};

function structuralChanges(before: Codebook, after: Codebook): CodebookChange[] {
  const fields = differing(before, after).filter((field) => ['title', 'language', 'purpose'].includes(field));
  const own: CodebookChange = { what: 'codebook', path: [], label: after.title, kind: 'reworded', level: 'patch', fields };
  return [
    ...(fields.length > 0 ? [own] : []),
    ...compared('type', [], before.types, after.types, { judge: () => 'reworded', inner: ['attributes'], within: attributeChanges }),
    ...compared('relation', [], before.relations, after.relations, { judge: judgeRelation }).map((change) =>
      withDue(change, before, after),
    ),
    // What is entered into the register is free text to the program, and checks store nothing.
    ...compared('entity-field', [], before.entityFields, after.entityFields, { judge: () => 'widened' }),
    ...compared('check', [], before.checks, after.checks, { judge: () => 'widened' }).map((change) => ({
      ...change,
      level: 'minor' as const,
    })),
  ];
}

const attributeChanges =
  (before: TagType, after: TagType): Inner =>
  (path) =>
    compared('attribute', path, before.attributes, after.attributes, {
      judge: judgeAttribute,
      inner: ['values'],
      within: valueChanges,
    }).map((change) => (isNewDuty(change, after) ? { ...change, level: 'major' } : change));

/** A new attribute that must be set makes every tag there is incomplete. */
const isNewDuty = ({ what, kind, path }: CodebookChange, { attributes }: TagType): boolean =>
  what === 'attribute' && kind === 'added' && attributes.some(({ id, required }) => required && id === path.at(-1));

/** A link that must be there now makes the tags it begins at incomplete. */
function withDue(change: CodebookChange, before: Codebook, after: Codebook): CodebookChange {
  const [old, now] = [before, after].map(({ relations }) => relations.find(({ id }) => id === change.path[0]));
  const duty = now?.required?.min ?? 0;
  const due = (now?.from ?? []).filter((type) => duty > 0 && !(old?.from.includes(type) && sameJson(old.required, now?.required)));
  return due.length > 0 ? { ...change, level: 'major', due } : change;
}

const valueChanges =
  (before: AttributeDefinition, after: AttributeDefinition): Inner =>
  (path) =>
    compared('value', path, before.values ?? [], after.values ?? [], { judge: () => 'reworded' });

function judgeAttribute(before: AttributeDefinition, after: AttributeDefinition): ChangeKind {
  if (before.type !== after.type || before.default !== after.default || (after.required && !before.required)) return 'redefined';
  return before.required === after.required ? 'reworded' : 'widened';
}

function judgeRelation(before: RelationType, after: RelationType): ChangeKind {
  const lacks = (one: readonly string[], other: readonly string[]) => one.some((type) => !other.includes(type));
  const flags = (['sameType', 'symmetric', 'transitive', 'crossArticle'] as const).some(
    (flag) => (before[flag] ?? false) !== (after[flag] ?? false),
  );
  const narrower = lacks(before.from, after.from) || lacks(before.to, after.to);
  const looser = lacks(after.from, before.from) || lacks(after.to, before.to);
  if (narrower || flags || !sameJson(before.required, after.required)) return 'redefined';
  return looser ? 'widened' : 'reworded';
}

type Item = TagType | AttributeDefinition | AttributeValue | RelationType | EntityField | Codebook['checks'][number];

interface How<T> {
  readonly judge: Judge<T>;
  /** Members that are compared by themselves. */
  readonly inner?: readonly string[];
  readonly within?: (before: T, after: T) => Inner;
}

function compared<T extends Item>(
  what: CodebookChange['what'],
  path: readonly string[],
  before: readonly T[],
  after: readonly T[],
  { judge, inner = [], within }: How<T>,
): CodebookChange[] {
  const change = (item: T, kind: ChangeKind, fields: readonly string[] = []): CodebookChange => {
    const label = 'label' in item ? item.label : item.id;
    return { what, path: [...path, item.id], label, kind, level: levels[kind], fields };
  };
  const changed = after.flatMap((item) => {
    const old = before.find(({ id }) => id === item.id);
    if (!old) return [change(item, 'added')];
    const fields = differing(old, item).filter((field) => !inner.includes(field));
    const own = fields.length > 0 ? [change(item, judge(old, item), fields)] : [];
    return [...own, ...(within?.(old, item)([...path, item.id]) ?? [])];
  });
  const gone = before.filter(({ id }) => !after.some((item) => item.id === id)).map((item) => change(item, 'removed'));
  return [...changed, ...gone];
}

function differing(before: object, after: object): string[] {
  const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return members.filter((member) => !sameJson(Reflect.get(before, member), Reflect.get(after, member)));
}
