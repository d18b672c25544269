import { agreementMessages } from '../../messages/agreement.ts';
import type { Id, TextHash } from '../../model/records.ts';
import { alignAll, type Group, groupsOf, type PairOfSets } from '../align/groups.ts';
import type { Compared } from '../compared.ts';
import { type Attribute, type CountedAttribute, countedAttributes, reportAttributes, tallyAttributes } from './attributes.ts';
import { type Characters, placesOfTexts, reportCharacters, tallyCharacters } from './characters.ts';
import { type Draws, Figures, fewestTexts } from './figures.ts';
import { type Found, reportFound, tallyFound } from './found.ts';
import { type LinkAgreement, reportLinks, tallyLinks } from './links.ts';
import { type Boundaries, reportBoundaries, reportTypes, type Types, tallyMatched } from './matched.ts';
import type { SetPair } from './set-pair.ts';
import { Tallies } from './sheet.ts';

interface ReportSet {
  readonly id: Id;
  readonly author: string;
  readonly basis: 'independent' | 'derived';
  readonly derivedFrom: readonly Id[];
  readonly tags: number;
}

/** What was compared, and how. */
interface Header {
  readonly sets: readonly ReportSet[];
  readonly independent: boolean;
  readonly documents: number;
  readonly texts: readonly TextHash[];
  readonly codebooks: readonly string[];
  readonly matching: string;
  readonly intervals: { readonly draws: number; readonly seed: number } | { readonly reason: string };
}

/** The report of DOMAIN 5.3. A figure without a value says why. */
export interface AgreementReport {
  readonly header: Header;
  readonly warnings: readonly string[];
  readonly found: readonly Found[];
  readonly boundaries: readonly Boundaries[];
  readonly types: readonly Types[];
  readonly attributes: readonly Attribute[];
  readonly links: readonly LinkAgreement[];
  readonly characters: readonly Characters[];
}

/** Agreement of several sets: counts of each text once, from which figures and all bootstrap draws are sums. `progress` hears of draws, and may throw to end it. */
export function agreementReport(
  compared: Compared,
  draws: Draws,
  progress: (done: number, of: number) => void = () => undefined,
): AgreementReport {
  const aligned = alignAll(compared);
  const groups = groupsOf(compared, aligned);
  const types = typesIn(compared);
  const pairs = pairsOf(compared);
  const counted = countedAttributes(compared).filter(({ type }) => types.includes(type));
  const figures = new Figures(talliesOf(compared, types, pairs, counted, aligned, groups).sheet());
  const report: AgreementReport = {
    header: headerOf(compared, draws),
    warnings: warningsIn(compared),
    found: reportFound(compared, types, pairs, figures),
    boundaries: reportBoundaries(compared, types, aligned, pairs, figures),
    types: reportTypes(compared, types, pairs, figures),
    attributes: reportAttributes(compared, counted, pairs, figures),
    links: reportLinks(compared, pairs, figures),
    characters: reportCharacters(types, figures),
  };
  figures.addIntervals(draws, progress);
  return report;
}

/** Whatever figures are made of, text by text. */
function talliesOf(
  compared: Compared,
  types: readonly string[],
  pairs: readonly SetPair[],
  counted: readonly CountedAttribute[],
  aligned: readonly PairOfSets[],
  groups: readonly Group[],
): Tallies {
  const textAt = placesOfTexts(compared);
  const tallies = new Tallies(compared.texts.length);
  tallyFound(compared, aligned, textAt, tallies);
  tallyMatched(aligned, textAt, tallies);
  tallyAttributes(compared, counted, aligned, groups, textAt, tallies);
  tallyLinks(compared, groups, pairs, textAt, tallies);
  tallyCharacters(compared, types, textAt, tallies);
  return tallies;
}

const tagsIn = ({ annotations }: Compared['sets'][number]) => [...annotations.values()].flat();

/** The types that occur, in the order of the codebooks. */
function typesIn({ sets, codebooks }: Compared): string[] {
  const used = new Set(sets.flatMap(tagsIn).map(({ type }) => type));
  const known = [...codebooks.values()].flatMap(({ types }) => types.map(({ id }) => id));
  return [...new Set([...known, ...[...used].sort()])].filter((type) => used.has(type));
}

const pairsOf = ({ sets }: Compared): SetPair[] =>
  sets.flatMap((_, first) => sets.flatMap((_, second) => (second > first ? [{ first, second }] : [])));

function headerOf(compared: Compared, { draws, seed }: Draws): Header {
  const { sets, texts, authors } = compared;
  return {
    sets: sets.map((one) => ({
      id: one.set.id,
      author: authors.get(one.set.author)?.name ?? '',
      basis: one.set.basis,
      derivedFrom: one.set.derivedFrom ?? [],
      tags: tagsIn(one).length,
    })),
    independent: sets.every(({ set }) => set.basis === 'independent'),
    documents: texts.length,
    texts: texts.map(({ text }) => text),
    codebooks: [...new Set(sets.flatMap(tagsIn).map(({ codebook }) => codebook))].sort(),
    matching: agreementMessages.matching,
    intervals: texts.length < fewestTexts ? { reason: agreementMessages.tooFewTexts(texts.length, fewestTexts) } : { draws, seed },
  };
}

function warningsIn(compared: Compared): string[] {
  const { sets, authors } = compared;
  const derived = sets.filter(({ set }) => set.basis === 'derived');
  const names = derived.map(({ set }) => authors.get(set.author)?.name || set.id);
  const codebooks = new Set(sets.flatMap(tagsIn).map(({ codebook }) => codebook));
  return [
    ...(names.length > 0 ? [agreementMessages.derived(names)] : []),
    ...(codebooks.size > 1 ? [agreementMessages.severalCodebooks([...codebooks].sort())] : []),
  ];
}
