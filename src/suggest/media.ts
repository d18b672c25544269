import type { Stretch } from '../text/stretch.ts';
import type { Relay } from './attribution.ts';
import { frameEnd } from './choose.ts';
import type { Frame } from './frames.ts';
import type { Grammar } from './grammar.ts';
import { nounPhraseEnd } from './noun-phrase.ts';
import type { Paragraph, Sentence } from './reading.ts';
import { subjectBefore, subjectBehind } from './subject.ts';

// Who carries on what others say. A crowd of "reporters" is a hearer only: it names nobody.
const names =
  /(?<![\p{L}\p{N}])(?:AFP|AP|Reuters|TASS|RIA|Interfax|Xinhua|dpa|KCNA|ANSA|EFE|BBC|CNN|CBS|NBC|ABC|NPR|PBS|MSNBC|Fox|Sky|Bloomberg|Politico|Axios|Al[ -]Jazeera|ARD|ZDF|RTL|RFI|RTVE|Ukrinform|Yonhap|Kyodo|PTI|CCTV|NHK|Meduza)(?![\p{L}\p{N}])/u;
const kinds =
  /(?<![\p{L}])(?:News|Agency|Radio|TV|Television|Broadcasting|Channel|Newspaper|newspaper|Times|Post|Herald|Tribune|Gazette|Courier|Journal|Guardian|Chronicle|Telegraph|Observer|Mail|Daily|Weekly|Press|Magazine|magazine|Review|Globe|Star|Sun|Zeitung|Anzeiger|Kurier|Rundschau|Spiegel|Tageblatt|Nachrichtenagentur|Monde|Figaro|Libération|Dépêche|Presse|Parisien|País|Mundo|Diario|Vanguardia|Agencia|Agence|агентств\p{L}+|газет\p{L}+|телеканал\p{L}*|وكالة|صحيفة|قناة|إذاعة)(?!\p{L})|报$|日报|晚报|通讯社|电视台|新闻网/u;

// The name of an agency, a paper or a station.
const isMedium = (name: string): boolean => names.test(name) || kinds.test(name);

// "told AFP", "sagte der Agentur dpa", "a déclaré à l’AFP", "said in an interview with the BBC": what stands before the name of who heard it.
const toward =
  /^\s*(?:(?:in an? (?:interview|statement|briefing) )?(?:to|with)|auprès de|à|au|aux|en declaraciones a|en una entrevista con|al?|gegenüber|im (?:Gespräch|Interview) mit|в (?:интервью|беседе с)|корреспонденту|изданию|агентству|في مقابلة مع|لوكالة|لصحيفة)(?![\p{L}])\s*/u;

// Who heard it, where that is a medium; `null` for any other hearer.
function hearer(paragraph: Paragraph, sentenceEnd: number, frame: Frame, grammar: Grammar): Relay | null {
  const start = frameEnd(frame);
  const rest = paragraph.words.slice(start - paragraph.start, Math.min(sentenceEnd, start + 90) - paragraph.start);
  const part = rest.slice(0, farthest(rest));
  const lead = toward.exec(part)?.[0] ?? '';
  if (lead === '' && !frame.tells) return null;
  const words = part.slice(lead.length);
  const stop = words.search(grammar.ends);
  const name = (stop > 0 && /\p{Lu}/u.test(words.slice(0, stop)) ? words.slice(0, stop) : words).trim();
  if (name === '' || !isMedium(name) || grammar.that.test(name)) return null;
  const from = start + lead.length + words.indexOf(name);
  return { source: [{ start: from, end: from + name.length }], cue: [frame.cue], rule: 'told' };
}

// To the first mark of punctuation or quotation.
function farthest(rest: string): number {
  const stop = rest.search(/[,،;:.!?—(\ue000，。：]/u);
  return stop < 0 ? rest.length : stop;
}

// "in a speech released by the Korean Central News Agency".
function releasedBy(paragraph: Paragraph, from: number, end: number, grammar: Grammar): Relay[] {
  if (!grammar.releasedBy) return [];
  const base = paragraph.start;
  const part = paragraph.words.slice(from - base, end - base);
  return [...part.matchAll(grammar.releasedBy)].flatMap((match) => {
    const cue = { start: from + match.index, end: from + match.index + match[0].length };
    const source = subjectBehind(paragraph.words, cue.end - base, end - base, grammar);
    return source && !hasVerb(paragraph.words.slice(source.start, source.end), grammar)
      ? [{ source: [absolute(source, base)], cue: [cue], rule: 'released-by' as const }]
      : [];
  });
}

// "Photos released by KCNA showed Kim, who …": the agency carried on the photos, not what somebody else says of them.
function hasVerb(words: string, grammar: Grammar): boolean {
  const end = nounPhraseEnd(words, grammar);
  return end !== null && grammar.finite.test(/\S+/u.exec(words.slice(end))?.[0] ?? '');
}

const absolute = ({ start, end }: Stretch, base: number): Stretch => ({ start: start + base, end: end + base });

// "《晚报》援引一名官员的话": the paper stands before the verb of quoting.
function carrier(paragraph: Paragraph, sentence: Sentence, frame: Frame, grammar: Grammar): Relay[] {
  if (grammar.subject !== 'before' || frame.kind !== 'according-to') return [];
  const base = paragraph.start;
  const source = subjectBefore(paragraph.words, sentence.opening - base, frame.cue.start - base, grammar);
  return source ? [{ source: [absolute(source, base)], cue: [frame.cue], rule: 'reported-by' }] : [];
}

const isInside = (part: Stretch, whole: Stretch | null): boolean => whole !== null && whole.start <= part.start && part.end <= whole.end;

/** Who carried on what a frame attributes, in the order of the sentence: hearer, who released it, who reported it. */
export function relaysOf(paragraph: Paragraph, sentence: Sentence, frame: Frame, frames: readonly Frame[], grammar: Grammar): Relay[] {
  const told = hearer(paragraph, sentence.end, frame, grammar);
  const released = releasedBy(paragraph, sentence.start, sentence.end, grammar).filter(
    ({ cue: [cue] }) => cue && !isInside(cue, frame.source),
  );
  const according = frames
    .filter((other) => other.kind === 'according-to' && other.source && frame.kind === 'says' && other.cue.start >= frame.cue.end)
    .map(({ source, cue }) => ({ source: source ? [source] : [], cue: [cue], rule: 'reported-by' as const }));
  const quoting = carrier(paragraph, sentence, frame, grammar);
  return [...quoting, ...(told ? [told] : []), ...released, ...according];
}
