import type { Annotation, Article, Id, TextHash } from '../../model/records.ts';
import { sameWords } from '../../model/views/same-words.ts';
import { sentenceAround } from '../../suggest/sentence-around.ts';
import type { Stretch } from '../../text/stretch.ts';

/** A place where the words of a tag stand untagged, and the sentence around it. UTF-16 units of `text`. */
export interface Place {
  readonly article: Id;
  readonly text: TextHash;
  readonly stretch: Stretch;
  readonly sentence: string;
  /** Where the words begin in the sentence. */
  readonly at: number;
}

/** The places of the tag's words in one text of an article; `tags` are those of its set on that text. */
export function untaggedPlaces(tag: Annotation, article: Article, text: TextHash, content: string, tags: readonly Annotation[]): Place[] {
  const zones = article.versions.find((version) => version.text === text)?.zones ?? [];
  return sameWords(tag, content, tags).map((stretch) => {
    const around = sentenceAround({ text: content, zones, language: article.language }, stretch.start) ?? stretch;
    const sentence = content.slice(around.start, Math.max(around.end, stretch.end));
    return { article: article.id, text, stretch, sentence, at: Math.max(0, stretch.start - around.start) };
  });
}
