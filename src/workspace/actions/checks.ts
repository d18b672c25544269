import { checkMessages } from '../../messages/checks.ts';
import { type Finding, isOpenError } from '../../model/checks/finding.ts';
import { mend } from '../../model/checks/mend.ts';
import { acknowledge, type FindingOf, withdraw } from '../../model/commands/acknowledge.ts';
import { confirmAttributes } from '../../model/commands/attributes.ts';
import { isDoneWith, setStatus } from '../../model/commands/done.ts';
import { applyPatch } from '../../model/patch.ts';
import { proposalsIn } from '../../model/views/proposals.ts';
import { findingId } from '../checks/checks-state.ts';
import { findingsNow, showChecks, shownFinding } from '../checks/findings.ts';
import type { Host } from '../host.ts';
import { openArticle } from '../session.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { canChange } from './tags.ts';
import { asksForPlaces } from './versions.ts';

/** The finding a call names, else the current one; `null` where there is none. */
const findingMeant = (state: WorkspaceState, parameters: Parameters): Finding | null =>
  shownFinding(state, text(parameters, 'finding') ?? state.checks.current);

/** A button names its finding, so that what is shown, not what is current, decides. */
const someFound = (state: WorkspaceState): boolean =>
  canChange(state) && state.session.review === null && state.checks.findings.length > 0 && !asksForPlaces(state);

export const checkActions: readonly Action[] = [
  { id: 'toggle-checks', available: () => true, run: (host) => showChecks(host, { unfolded: !host.state.getState().checks.unfolded }) },
  { id: 'note-finding', available: () => true, run: (host, parameters) => showChecks(host, { current: text(parameters, 'finding') }) },
  { id: 'show-finding', available: () => true, run: (host, parameters) => goTo(host, findingMeant(host.state.getState(), parameters)) },
  { id: 'mend-finding', keys: ['a'], available: someFound, run: mendFinding },
  { id: 'dismiss-finding', keys: ['r'], available: someFound, run: ask },
  { id: 'acknowledge', available: canChange, run: acknowledgeFinding },
  { id: 'withdraw-acknowledgement', available: canChange, run: withdrawFinding },
  { id: 'stop-asking', available: () => true, run: (host) => showChecks(host, { asking: null, confirming: false }) },
  { id: 'done', keys: ['d'], available: (state) => canChange(state) && state.session.review === null, run: toggleDone },
  { id: 'finish', available: ({ checks }) => checks.confirming, run: finish },
];

/** Shows the words a finding is about, selected, and the tag if there is one. */
function goTo(host: Host, finding: Finding | null): void {
  if (!finding) return;
  const { annotation, start, end } = finding;
  const there = annotation !== null && host.state.getState().project.annotations.has(annotation);
  const cursor = { anchor: start, active: end, unit: 'free' as const, parts: [] };
  host.show({ selected: there ? annotation : null, cursor, mode: { kind: 'reading' }, panel: 'annotation' });
  showChecks(host, { current: findingId(finding), unfolded: true });
}

async function mendFinding(host: Host, parameters: Parameters): Promise<void> {
  const state = host.state.getState();
  const finding = findingMeant(state, parameters);
  const hash = host.openText();
  if (!finding?.fix || hash === null) return;
  goTo(host, finding);
  if (finding.fix.kind === 'link-speaker') {
    const type = state.project.annotations.get(finding.annotation ?? '')?.type;
    const relation = type === 'quote' ? 'said-by' : 'claimed-by';
    return host.show({ mode: { kind: 'linking', from: finding.annotation ?? '', relation } });
  }
  const patch = mend(state.project, finding, hash, host.context());
  if (!patch) return;
  const stored = host.commit('mend', patch, { parameters: { check: finding.check } });
  const kept = patch.find(({ table, after }) => table === 'annotations' && after !== null);
  host.show({ selected: kept?.id ?? (finding.fix.kind === 'unlink' ? finding.annotation : null) });
  checkNow(host);
  await stored;
}

/** Asks for the reason of an acknowledgement. */
function ask(host: Host, parameters: Parameters): void {
  const finding = findingMeant(host.state.getState(), parameters);
  if (!finding) return;
  host.show({ panel: 'annotation' });
  showChecks(host, { asking: findingId(finding), current: findingId(finding), unfolded: true });
}

function findingOf(host: Host, parameters: Parameters): FindingOf | null {
  const state = host.state.getState();
  const finding = findingMeant(state, parameters);
  const hash = host.openText();
  return finding && hash !== null ? { finding, set: state.session.set, text: hash } : null;
}

async function acknowledgeFinding(host: Host, parameters: Parameters): Promise<void> {
  const of = findingOf(host, parameters);
  const reason = text(parameters, 'reason') ?? '';
  if (!of || reason.trim() === '') return;
  const patch = acknowledge(host.state.getState().project, of, reason, host.context());
  const stored = host.commit('acknowledge', patch, { parameters: { check: of.finding.check } });
  showChecks(host, { asking: null });
  checkNow(host);
  await stored;
}

async function withdrawFinding(host: Host, parameters: Parameters): Promise<void> {
  const of = findingOf(host, parameters);
  if (!of) return;
  const stored = host.commit('withdraw-acknowledgement', withdraw(host.state.getState().project, of), {
    parameters: { check: of.finding.check },
  });
  checkNow(host);
  await stored;
}

function checkNow(host: Host): readonly Finding[] {
  const findings = findingsNow(host.state.getState());
  showChecks(host, { findings });
  return findings;
}

async function toggleDone(host: Host): Promise<void> {
  const state = host.state.getState();
  const article = openArticle(state);
  if (!article) return;
  if (article.status !== 'done' || !isDoneWith(article, state.session.own)) return callDone(host);
  await noteStatus(host, 'in-progress');
  host.notice(checkMessages.reopened, 'done', true);
}

/** Marks the open article done where nothing is in the way; else shows what is: the first open error, or what is only proposed. */
export async function callDone(host: Host): Promise<void> {
  const errors = checkNow(host).filter(isOpenError);
  const grave = errors.filter(({ message }) => message !== proposedOnly);
  host.show({ panel: 'annotation', mode: { kind: 'reading' } });
  showChecks(host, { unfolded: true, asking: null });
  if (grave.length > 0) {
    showChecks(host, { confirming: false });
    goTo(host, grave[0] ?? null);
    return host.notice(checkMessages.notDone(grave.length), 'done');
  }
  const { project, session } = host.state.getState();
  const confirming = proposalsIn(project, host.openText() ?? '', session.set).length > 0;
  if (confirming) return showChecks(host, { confirming });
  await noteStatus(host, 'done');
  showChecks(host, { confirming: false });
  host.notice(checkMessages.isDone, 'done', true);
}

// It stands in the way of being done, but is settled in one go with all others.
const proposedOnly = 'required-attribute-proposed';

async function noteStatus(host: Host, status: 'done' | 'in-progress'): Promise<void> {
  const { project, session } = host.state.getState();
  const { article, own: set } = session;
  if (article === null) return;
  await host.commit('set-status', setStatus(project, { article, set, status }, host.context()), {
    parameters: { article },
  });
}

/** Confirms what is proposed but for what is left out, and marks the article done where that settles it, as one action. */
async function finish(host: Host, parameters: Parameters): Promise<void> {
  const { project, session } = host.state.getState();
  const article = openArticle({ project, session });
  const left: readonly unknown[] = Array.isArray(parameters.leave) ? parameters.leave : [];
  if (!article) return;
  const picks = proposalsIn(project, host.openText() ?? '', session.set)
    .flatMap(({ attribute, annotations }) => annotations.map(({ id }) => ({ annotation: id, attribute })))
    .filter(({ annotation, attribute }) => !left.includes(`${annotation} ${attribute}`));
  const confirmed = confirmAttributes(project, picks, host.context());
  const after = applyPatch(project, confirmed);
  const open = findingsNow({ project: after, session }).filter(isOpenError).length;
  const done = open === 0 ? setStatus(after, { article: article.id, set: session.own, status: 'done' }, host.context()) : [];
  const stored = host.commit('finish', [...confirmed, ...done], { parameters: { article: article.id, values: picks.length } });
  showChecks(host, { confirming: false });
  checkNow(host);
  host.notice(open === 0 ? checkMessages.isDone : checkMessages.stillProposed(open), 'done', true);
  await stored;
}
