import { verbsIn } from '../../text/attribution-verbs.ts';
import { type Quotation, quotationsIn } from '../../text/quotations.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { Stretch } from '../../text/stretch.ts';
import type { Zone } from '../records.ts';

/** What the checks know of a text whatever is tagged in it. UTF-16 units. */
export interface TextFacts {
  /** The outermost quotations of headline, captions and paragraphs, in order. */
  readonly quotations: readonly Quotation[];
  /** The sentences there that hold a verb of attribution, with the first one. */
  readonly attributions: readonly { readonly sentence: Stretch; readonly verb: Stretch }[];
}

// What the site wrote around an article, and lines that name somebody, quote nobody.
const told: ReadonlySet<string> = new Set(['headline', 'caption', 'paragraph']);
const known = new WeakMap<readonly Zone[], { readonly text: string; readonly language: string; readonly facts: TextFacts }>();

/** The facts of a text, found once for the same zones and language. A text without zones is one stretch. */
export function textFacts(text: string, zones: readonly Zone[], language: string): TextFacts {
  const before = known.get(zones);
  if (before?.text === text && before.language === language) return before.facts;
  const stretches: readonly Stretch[] = zones.length > 0 ? zones.filter(({ kind }) => told.has(kind)) : [{ start: 0, end: text.length }];
  const facts: TextFacts = {
    quotations: quotationsIn(text, stretches).filter(({ depth }) => depth === 0),
    attributions: stretches.flatMap((stretch) => attributionsIn(text, stretch, language)),
  };
  known.set(zones, { text, language, facts });
  return facts;
}

function attributionsIn(text: string, stretch: Stretch, language: string): TextFacts['attributions'] {
  const verbs = verbsIn(text, stretch, language);
  if (verbs.length === 0) return [];
  return sentencesIn(text, stretch, language).flatMap((sentence) => {
    const verb = verbs.find(({ start, end }) => sentence.start <= start && end <= sentence.end);
    return verb ? [{ sentence, verb }] : [];
  });
}
