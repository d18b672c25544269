import { derivedId } from '../../formats/derived-id.ts';
import type { Given } from '../../formats/format.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { TextRecord } from '../../model/records.ts';
import type { OtherFiles } from '../../storage/read-other-files.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';

/** What files of another tool hold, read beside the page against what is in the project; `null` where no format knows them. */
export async function readOthers(host: Host, files: readonly File[]): Promise<OtherFiles | null> {
  return runJob('readOtherFiles', { files, given: await givenBy(host, files) });
}

async function givenBy(host: Host, files: readonly File[]): Promise<Given> {
  const { project } = host.state.getState();
  const texts = await Promise.all([...project.texts.values()].map((text) => withContent(host, text)));
  const known = {
    articles: [...project.articles.values()],
    texts,
    authors: [...project.authors.values()],
    sets: [...project.sets.values()],
    entities: [...project.entities.values()],
    codebooks: [...project.codebooks.values()],
  };
  return {
    known,
    codebook: currentCodebook(project),
    // Whoever tagged in another tool is not the one who imports it.
    author: { id: derivedId('author', ''), name: '' },
    at: new Date(Math.max(...files.map(({ lastModified }) => lastModified))).toISOString(),
  };
}

async function withContent(host: Host, text: TextRecord): Promise<TextRecord> {
  const content = text.content ?? (await host.store.loadText(text.id));
  return content === null ? text : { ...text, content };
}
