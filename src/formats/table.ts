import { readBrat } from './brat/read.ts';
import { bratDrops, writeBrat } from './brat/write.ts';
import { readCas } from './cas/read.ts';
import { casDrops, writeCas } from './cas/write.ts';
import { withoutCompanion } from './companion.ts';
import { writeCsv } from './csv/write.ts';
import { readDoccano } from './doccano/read.ts';
import { doccanoDrops, writeDoccano } from './doccano/write.ts';
import { writeEvidence } from './evidence/write.ts';
import type { Format, FormatFile } from './format.ts';
import { readHypothesis } from './hypothesis/read.ts';
import { readLabelStudio } from './label-studio/read.ts';
import { labelStudioDrops, writeLabelStudio } from './label-studio/write.ts';
import { writeMarkdown } from './markdown/write.ts';
import { readAttest, writeAttest } from './package/format.ts';
import { readW3c } from './w3c/read.ts';
import { w3cDrops, writeW3c } from './w3c/write.ts';

/** Every file format, by what it is called on the command line. */
export const formats: readonly Format[] = [
  { id: 'attest', drops: [], write: writeAttest, read: readAttest, recognises: (_, text) => text.includes('"attest-package"') },
  {
    id: 'w3c',
    drops: w3cDrops,
    write: writeW3c,
    read: readW3c,
    recognises: (_, text) => text.includes('http://www.w3.org/ns/anno.jsonld'),
  },
  { id: 'cas', drops: casDrops, write: writeCas, read: readCas, recognises: (_, text) => text.includes('"%FEATURE_STRUCTURES"') },
  { id: 'brat', drops: bratDrops, write: writeBrat, read: readBrat, recognises: (name) => name.endsWith('.ann') },
  {
    id: 'label-studio',
    drops: labelStudioDrops,
    write: writeLabelStudio,
    read: readLabelStudio,
    recognises: (name, text) => name.endsWith('.json') && /"(?:annotations|predictions)"/u.test(text) && text.includes('"data"'),
  },
  { id: 'doccano', drops: doccanoDrops, write: writeDoccano, read: readDoccano, recognises: (name) => name.endsWith('.jsonl') },
  {
    id: 'hypothesis',
    drops: [],
    read: readHypothesis,
    recognises: (name, text) => name.endsWith('.json') && text.includes('"annotations"') && text.includes('"uri"'),
  },
  { id: 'csv', drops: [], write: writeCsv },
  { id: 'markdown', drops: [], write: writeMarkdown },
  { id: 'evidence', drops: [], write: writeEvidence },
];

/** The format with this id; `null` where there is none. */
export const formatNamed = (id: string): Format | null => formats.find((format) => format.id === id) ?? null;

/** The format that these files are in; `null` where none knows them. */
export function formatOf(files: readonly FormatFile[]): Format | null {
  const others = withoutCompanion(files);
  const read = (others.length > 0 ? others : files).map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));
  return formats.find(({ recognises }) => read.some(({ name, text }) => recognises?.(name, text))) ?? null;
}
