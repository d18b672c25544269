import { agreementMessages } from '../../messages/agreement.ts';
import type { Id, TextHash } from '../../model/records.ts';
import type { Compared } from '../compared.ts';
import { type Alignment, alignmentOf, tagsIn, tallies } from './alignment.ts';
import { type Attribute, reportAttributes } from './attributes.ts';
import { type Characters, reportCharacters } from './characters.ts';
import { type Draws, Figures, fewestTexts } from './figures.ts';
import { type Found, reportFound } from './found.ts';
import { type HotSpots, reportHotSpots } from './hot-spots.ts';
import { type LinkAgreement, reportLinks } from './links.ts';
import { type Boundaries, reportBoundaries, reportTypes, type Types } from './matched.ts';
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
  readonly hotSpots: readonly HotSpots[];
}

/** Agreement of several sets: counts of each text once, from which figures and all bootstrap draws are sums. `progress` hears of draws, and may throw to end it. */
export function agreementReport(
  compared: Compared,
  draws: Draws,
  progress: (done: number, of: number) => void = () => undefined,
): AgreementReport {
  return reportOf(alignmentOf(compared), draws, progress);
}

/** The same of sets that are aligned already. */
export function reportOf(alignment: Alignment, draws: Draws, progress: (done: number, of: number) => void): AgreementReport {
  const { compared, aligned, types, pairs, counted } = alignment;
  const counts = new Tallies(compared.texts.length);
  for (const tally of Object.values(tallies)) tally(alignment, counts);
  const figures = new Figures(counts.sheet());
  const report: AgreementReport = {
    header: headerOf(compared, draws),
    warnings: warningsIn(compared),
    found: reportFound(compared, types, pairs, figures),
    boundaries: reportBoundaries(compared, types, aligned, pairs, figures),
    types: reportTypes(compared, types, pairs, figures),
    attributes: reportAttributes(compared, counted, pairs, figures),
    links: reportLinks(compared, pairs, figures),
    characters: reportCharacters(types, figures),
    hotSpots: reportHotSpots(compared, figures),
  };
  figures.addIntervals(draws, progress);
  return report;
}

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
