import { writePackage } from '../formats/package/write.ts';
import { nameEntity, setAttribute, setFlag, setNote } from '../model/commands/attributes.ts';
import { link } from '../model/commands/links.ts';
import { addTag, setSegments } from '../model/commands/tags.ts';
import type { Context } from '../model/context.ts';
import type { PackageContents } from '../model/package-contents.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id } from '../model/records.ts';
import { allOf, exportContents } from '../model/views/export-contents.ts';
import { sha256 } from '../text/hash.ts';
import { chanceFrom } from './chance.ts';
import { sampleProject } from './sample-project.ts';

const names = ['Zoë Ağaoğlu', 'Иван Ёлкин', 'Ángela Ñúñez', 'İlker Işık', '李雷', 'هند صالح', 'Émile Œuvrard', 'Åse Østby'];
const text = `Eight people speak\n\n${names.map((name, index) => `“Point ${index} stands,” ${name} said. Counted were ${index + 10} cases.`).join('\n\n')}\n`;

/** Pieces of work that do not touch each other, each with ids and times of its own. */
const work = names.map((name, strand) => ({ name, strand }));

function contextOf(strand: number, { author, set }: Pick<Context, 'author' | 'set'>): Context {
  let made = 0;
  const next = () => {
    made += 1;
    return made;
  };
  return {
    author,
    set,
    id: () => `0000000${strand}-0000-4000-8000-${String(next()).padStart(12, '0')}`,
    now: () => new Date(Date.UTC(2026, 1, 16, strand, next())).toISOString(),
  };
}

/** Tags what a person says, links, names and values it, moves an edge, notes and flags it. */
function done(project: Project, hash: string, { name, strand }: (typeof work)[number], context: Context): Project {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  let so = project;
  const make = (patch: Patch): Id => {
    so = applyPatch(so, patch);
    return patch[0]?.id ?? '';
  };
  const tag = (type: string, words: string) => make(addTag(so, { text: hash, type, stretches: [at(words)] }, context));
  const quote = tag('quote', `“Point ${strand} stands,”`);
  const source = tag('source', name);
  const claim = tag('claim', `Counted were ${strand + 10} cases`);
  make(link(so, { type: 'said-by', from: quote, to: source }, context));
  make(nameEntity(so, { annotation: source, name }, context));
  make(setAttribute(so, { annotation: claim, attribute: 'kind', value: 'quantity' }, context));
  make(setSegments(so, { annotation: claim, stretches: [at(`were ${strand + 10} cases`)] }, context));
  make(setNote(so, { annotation: quote, note: `Heard by ${name}.` }, context));
  make(setFlag(so, { annotation: claim, flag: 'unsure' }, context));
  return so;
}

const packageOf = (contents: PackageContents): string => new TextDecoder().decode(writePackage(contents, 'Attest').bytes);

/** The SHA-256 of the package, as `write` gives it, after the same work in so many orders, drawn from a seed. */
export function hashesOfOrders(orders: number, seed: number, write = packageOf): string[] {
  const { project, context, texts } = sampleProject(text);
  const [hash = ''] = texts;
  const chance = chanceFrom(seed);
  return Array.from({ length: orders }, () => {
    const order = [...work];
    for (let left = order.length - 1; left > 0; left -= 1) {
      const other = chance(left + 1);
      [order[left], order[other]] = [order[other] as (typeof work)[number], order[left] as (typeof work)[number]];
    }
    const end = order.reduce((so, strand) => done(so, hash, strand, contextOf(strand.strand, context)), project);
    const stored = {
      annotations: [...end.annotations.values()],
      relations: [...end.relations.values()],
      reviews: [],
      texts: [...end.texts.values()],
    };
    return sha256(write(exportContents(end, allOf(context.set), stored)));
  });
}
