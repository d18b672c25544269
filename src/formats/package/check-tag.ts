import { type BrokenSegment, brokenSegments } from '../../anchoring/broken-segments.ts';
import type { Segment } from '../../anchoring/segment.ts';
import { packageMessages } from '../../messages/package.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import type { Annotation, TextRecord } from '../../model/records.ts';
import type { Fault } from '../fault.ts';

type FaultSaid = Omit<Fault, 'path'>;
export type Report = (path: readonly PropertyKey[], fault: FaultSaid) => void;

/** Reports attributes and values that the codebook does not know, and entries that are not in the register. */
export function checkAttributes(
  { type, attributes }: Pick<Annotation, 'type' | 'attributes'>,
  codebook: Codebook,
  register: ReadonlySet<string>,
  report: Report,
): void {
  for (const [id, value] of Object.entries(attributes)) {
    const definition = attributeOf(codebook, type, id);
    if (!definition) report([id], packageMessages.unknownAttribute(type, id));
    else if (definition.type === 'entity' && !register.has(value)) report([id], packageMessages.unknown('register entry', value));
    else if (definition.type === 'enum' && !definition.values?.some((allowed) => allowed.id === value))
      report([id], packageMessages.unknownValue(id, value));
  }
}

/** Reports parts that lie outside of their text, cut a character, are out of order, or say other words than stand there. */
export function checkSegments(
  segments: readonly Segment[],
  text: TextRecord | undefined,
  path: readonly PropertyKey[],
  report: Report,
): void {
  if (!text) return;
  for (const broken of brokenSegments(segments, text.length, text.content)) {
    const segment = segments[broken.index];
    const place = broken.member === null ? [] : [broken.member];
    if (segment) report([...path, broken.index, ...place], saidOf(broken, segment, text));
  }
}

function saidOf({ rule }: BrokenSegment, { start, end }: Segment, { length, content = '' }: TextRecord): FaultSaid {
  if (rule === 'outside') return packageMessages.outside(start, end, length);
  return rule === 'words' ? packageMessages.words(content.slice(start, end).slice(0, 80)) : packageMessages[rule];
}
