import type { Decoded } from '../../text/decode.ts';
import { codebookRef, newsroomCore } from '../codebooks/newsroom-core.ts';
import type { Context } from '../context.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Article, Id, TextHash, TextRecord, Zone } from '../records.ts';
import { metadata, textRecord } from './articles.ts';
import { addPerson } from './people.ts';

/** One seed article: its fixed id, file name, text hash, metadata and zones. */
interface SeedArticle extends Pick<Article, 'title' | 'language' | 'direction'> {
  readonly id: Id;
  readonly file: string;
  readonly text: TextHash;
  readonly byline?: string;
  readonly bylineKind?: 'person' | 'agency';
  readonly publisher?: string;
  readonly publisherInferred?: true;
  readonly date?: string;
  readonly zones: readonly Zone[];
}

export interface SeedManifest {
  readonly articles: readonly SeedArticle[];
}

/** The first project: one person, their set, the default codebook, and the seed articles. Throws where a seed's text is not the manifest's. */
export function firstStart(
  { manifest, decoded }: { manifest: SeedManifest; decoded: readonly Decoded[] },
  context: Pick<Context, 'id' | 'now'>,
): { patch: Patch; texts: readonly TextRecord[]; author: Id } {
  const person = addPerson(context);
  const texts = decoded.map(textRecord);
  const added = context.now();
  const articles = manifest.articles.map((seed, index) => {
    if (texts[index]?.id !== seed.text) throw new Error(`${seed.file} is not the text the manifest names.`);
    return seedArticle(seed, added);
  });
  const ref = codebookRef(newsroomCore);
  const patch = [
    ...person.patch,
    ...patchOf(change('codebooks', ref, null, newsroomCore), ...articles.map((article) => change('articles', article.id, null, article))),
  ];
  return { patch, texts, author: person.author };
}

function seedArticle({ file: _, text, zones, ...seed }: SeedArticle, added: string): Article {
  return {
    ...metadata(seed),
    id: seed.id,
    title: seed.title,
    language: seed.language,
    direction: seed.direction,
    status: 'to-do',
    added,
    versions: [{ text, added, zones }],
  };
}
