import { grouped } from '../model/grouped.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, AnnotationSet, Article, Relation, TextRecord } from '../model/records.ts';
import { homesOf } from '../model/views/statements.ts';

/** What one set has on one text; relays in the order of their path. */
export interface TagsOfSet {
  readonly set: AnnotationSet;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

export interface TaggedText {
  readonly text: TextRecord & { readonly content: string };
  /** `null` where no article has this text. */
  readonly article: Article | null;
  /** The sets that have tags on it. */
  readonly sets: readonly TagsOfSet[];
}

/** Every text that is not withheld, with what is tagged on it, in the order of the contents. */
export function taggedTexts({ texts = [], articles = [], sets = [], annotations = [], relations = [] }: PackageContents): TaggedText[] {
  const homes = homesOf(new Map(articles.map((article) => [article.id, article])));
  const place = ({ text, set }: Annotation | Relation) => `${text}/${set}`;
  const [tags, links] = [grouped(annotations, place), grouped<string, Relation>(relations, place)];
  return texts.flatMap((text): TaggedText[] => {
    const { content } = text;
    if (content === undefined) return [];
    const tagging = sets.flatMap((set): TagsOfSet[] => {
      const own = tags.get(`${text.id}/${set.id}`);
      const between = (links.get(`${text.id}/${set.id}`) ?? []).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
      return own ? [{ set, annotations: own, relations: between }] : [];
    });
    return [{ text: { ...text, content }, article: homes.get(text.id) ?? null, sets: tagging }];
  });
}
