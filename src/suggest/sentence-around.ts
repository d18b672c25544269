import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Readable } from './attribution.ts';

/** The sentence a place lies in (UTF-16 units); `null` between paragraphs. */
export function sentenceAround({ text, zones, language }: Readable, at: number): Stretch | null {
  const zone = zones.length === 0 ? { start: 0, end: text.length } : zones.find(({ start, end }) => start <= at && at < end);
  return (zone && sentencesIn(text, zone, language).find(({ end }) => at < end)) ?? null;
}
