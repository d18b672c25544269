import { sameJson } from './equal.ts';
import type { AnyRecord } from './records.ts';

/** Two changes of one record made into one, and the fields in which both cannot stand; there ours is taken. */
export interface Merged {
  readonly record: AnyRecord;
  readonly disputed: readonly string[];
}

// Who changed a record last, and its place on a path, follow from the rest: they are never in dispute.
const following: ReadonlySet<string> = new Set(['modified', 'modifiedBy', 'order']);
// Lists in which each member stands for itself, so that what either side adds or takes away is kept.
const lists: ReadonlySet<string> = new Set(['suggested', 'heads', 'aliases', 'identifiers', 'derivedFrom']);
const optionalLists: ReadonlySet<string> = new Set(['suggested', 'derivedFrom']);
// Attributes belong to a type: where one side changes the type, they are taken together.
const typed: ReadonlySet<string> = new Set(['type', 'attributes', 'suggested']);
// Members that hold others by name, each of them a field of its own.
const keyed = ['attributes', 'acknowledged'] as const;

/** Puts what changed from `base` to `ours` on top of `theirs`, field by field; attributes of a tag and acknowledgements count as fields of their own, named `attributes.…` and `acknowledged.…`. */
export function merge(base: AnyRecord, ours: AnyRecord, theirs: AnyRecord): Merged {
  const retyped = [ours, theirs].some((record) => 'attributes' in record && 'type' in base && record.type !== base.type);
  const [from, mine, other] = [base, ours, theirs].map((record) => fieldsOf(record, retyped)) as [Fields, Fields, Fields];
  const disputed: string[] = [];
  const merged = [...new Set([...from.keys(), ...mine.keys(), ...other.keys()])].map((name) => {
    const [before, here, there] = [from.get(name), mine.get(name), other.get(name)];
    if (sameJson(here, before)) return [name, there] as const;
    if (sameJson(there, before) || sameJson(here, there) || following.has(name)) return [name, here] as const;
    if (lists.has(name)) return [name, mergedList(name, list(before), list(here), list(there))] as const;
    disputed.push(name);
    return [name, here] as const;
  });
  const agreed = merged.every(([name, value]) => following.has(name) || sameJson(value, other.get(name)));
  return { record: agreed ? theirs : recordOf(merged), disputed };
}

/** The fields, as `merge` counts them, in which two records differ, but for who changed them last. */
export function differingFields(one: AnyRecord, other: AnyRecord): string[] {
  const [left, right] = [fieldsOf(one, false), fieldsOf(other, false)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => !following.has(name) && !sameJson(left.get(name), right.get(name)),
  );
}

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(record: AnyRecord, retyped: boolean): Fields {
  const entries = Object.entries(record);
  const apart = keyed.filter((member) => !(retyped && typed.has(member)));
  const kept = entries.filter(([name]) => !(retyped && typed.has(name)) && !apart.some((member) => member === name));
  const held = new Map<string, unknown>(entries);
  const inner = apart.flatMap((member) => Object.entries(held.get(member) ?? {}).map(([id, value]) => [`${member}.${id}`, value] as const));
  const type = retyped ? [['type', Object.fromEntries(entries.filter(([name]) => typed.has(name)))] as const] : [];
  return new Map([...kept, ...inner, ...type]);
}

function recordOf(fields: readonly (readonly [string, unknown])[]): AnyRecord {
  const present = fields.filter(([, value]) => value !== undefined);
  const memberOf = (name: string) => keyed.find((member) => name.startsWith(`${member}.`));
  const others = present
    .filter(([name]) => memberOf(name) === undefined)
    .flatMap(([name, value]) => (name === 'type' && typeof value === 'object' ? Object.entries(value ?? {}) : [[name, value]]));
  const inner = keyed.map((member) => {
    const held = present.filter(([name]) => memberOf(name) === member);
    return [member, Object.fromEntries(held.map(([name, value]) => [name.slice(member.length + 1), value]))] as const;
  });
  // A tag has attributes even where none is set.
  const isTag = present.some(([name]) => name === 'segments') && !others.some(([name]) => name === 'attributes');
  const filled = inner.filter(([member, values]) => (member === 'attributes' && isTag) || Object.keys(values).length > 0);
  // The fields are those of three records of one kind, which a list of pairs cannot express.
  return Object.fromEntries([...others, ...filled] as readonly unknown[][]);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function mergedList(name: string, before: readonly unknown[], here: readonly unknown[], there: readonly unknown[]): unknown {
  const left = there.filter((item) => here.includes(item) || !before.includes(item));
  const merged = [...left, ...here.filter((item) => !before.includes(item) && !there.includes(item))];
  return merged.length === 0 && optionalLists.has(name) ? undefined : merged;
}
