import { readBrat } from './brat/read.ts';
import { bratDrops, writeBrat } from './brat/write.ts';
import { readCas } from './cas/read.ts';
import { casDrops, writeCas } from './cas/write.ts';
import { readDoccano } from './doccano/read.ts';
import { doccanoDrops, writeDoccano } from './doccano/write.ts';
import type { Format } from './format.ts';
import { readLabelStudio } from './label-studio/read.ts';
import { labelStudioDrops, writeLabelStudio } from './label-studio/write.ts';
import { readW3c } from './w3c/read.ts';
import { w3cDrops, writeW3c } from './w3c/write.ts';

/** Every file format beside the package, by what it is called on the command line. */
export const formats: readonly Format[] = [
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
];
