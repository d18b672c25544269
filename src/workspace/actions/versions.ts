import type { Host } from '../host.ts';
import { openArticle, writable } from '../session.ts';
import type { WorkspaceState } from '../state.ts';
import { showVersions } from '../versions/show-versions.ts';
import { leftOf, standingMeant, sureOf, type VersionsState } from '../versions/versions-state.ts';
import { type Action, later, type Parameters, text } from './action.ts';

// Articles are seldom corrected, and the first load is better off without it.
const work = () => import('../versions/versions-work.ts');

/** True while the keys of the list of waiting tags are meant. */
export const asksForPlaces = ({ session, versions }: WorkspaceState): boolean =>
  session.panel === 'versions' && session.review === null && standingMeant(versions) !== null;

const can =
  (some: (versions: VersionsState) => boolean) =>
  (state: WorkspaceState): boolean =>
    state.session.panel === 'versions' && state.session.review === null && writable(state) && some(state.versions);
const oneWaits = can((versions) => standingMeant(versions) !== null);

export const versionActions: readonly Action[] = [
  { id: 'show-versions', available: (state) => openArticle(state) !== null, run: (host) => host.show({ panel: 'versions' }) },
  { id: 'read-version', available: (state) => openArticle(state) !== null, run: read },
  { id: 'add-version', writes: true, available: (state) => openArticle(state) !== null, run: later(work, ({ add }) => add) },
  { id: 'join-articles', writes: true, available: () => true, run: later(work, ({ join }) => join) },
  { id: 'next-waiting', keys: ['j'], available: asksForPlaces, run: later(work, ({ next }) => next) },
  { id: 'previous-waiting', keys: ['k'], available: asksForPlaces, run: later(work, ({ previous }) => previous) },
  { id: 'show-waiting', available: asksForPlaces, run: later(work, ({ show }) => show) },
  { id: 'place-tag', keys: ['a'], available: oneWaits, run: later(work, ({ place }) => place) },
  {
    id: 'place-sure',
    keys: ['shift+a'],
    available: can((versions) => sureOf(versions).length > 0),
    run: later(work, ({ placeSure }) => placeSure),
  },
  { id: 'leave-tag', keys: ['r'], available: oneWaits, run: later(work, ({ leave }) => leave) },
  { id: 'take-up-tag', available: can((versions) => leftOf(versions).length > 0), run: later(work, ({ takeUp }) => takeUp) },
];

/** Shows an older version of the open article, or with no `text` the newest. */
async function read(host: Host, parameters: Parameters): Promise<void> {
  const article = openArticle(host.state.getState());
  if (!article) return;
  const wanted = text(parameters, 'text');
  const older = article.versions.slice(0, -1).find((version) => version.text === wanted);
  showVersions(host, { at: null });
  await host.open(article.id, { version: older?.text ?? null });
}
