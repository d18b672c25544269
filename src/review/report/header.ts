import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Labels } from './labels.ts';
import type { AgreementReport } from './report.ts';

/** What was compared, and how, as terms with their values. `at`: when, as UTC. */
export function headerFacts({ header }: AgreementReport, labels: Labels, at: string): (readonly [term: string, value: string])[] {
  const { sets, independent, documents, codebooks, matching, intervals } = header;
  const who = sets.map(({ id, basis, tags }) => words.who(labels.initials(id), labels.name(id), words.basis[basis], words.setTags(tags)));
  return [
    [words.sets, who.join('; ')],
    [words.header.basis, independent ? words.independent : words.notIndependent],
    [words.header.documents, String(documents)],
    [words.header.codebooks, codebooks.join(', ')],
    [words.header.matching, matching],
    [words.header.intervals, 'reason' in intervals ? intervals.reason : words.draws(intervals.draws, intervals.seed)],
    [words.header.date, words.date(at)],
  ];
}
