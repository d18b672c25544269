import { acrossVisits } from '../../storage/web-storage.ts';
import { focusSoon } from '../focus.ts';
import type { Host } from '../host.ts';
import { type KeySettings, rememberKeys } from '../own-keys.ts';
import { type Action, type Parameters, text } from './action.ts';

export const keyActions: readonly Action[] = [
  {
    id: 'show-palette',
    keys: ['mod+k'],
    available: () => true,
    run: ({ state }, parameters) => state.setState({ palette: text(parameters, 'kind') === 'here' ? 'here' : 'all' }),
  },
  { id: 'hide-palette', available: ({ palette }) => palette !== null, run: ({ state }) => state.setState({ palette: null }) },
  { id: 'filter-list', keys: ['/'], available: () => true, run: focusFilter },
  {
    id: 'toggle-single-keys',
    available: () => true,
    run: (host) => change(host, { ...host.state.getState().keys, single: !host.state.getState().keys.single }),
  },
  { id: 'change-keys', available: () => true, run: changeKeys },
];

const isKeySettings = (value: unknown): value is KeySettings =>
  typeof value === 'object' && value !== null && 'single' in value && 'own' in value && value.own instanceof Map;

function changeKeys(host: Host, { settings }: Parameters): void {
  if (isKeySettings(settings)) change(host, settings);
}

function change(host: Host, keys: KeySettings): void {
  host.state.setState({ keys });
  rememberKeys(acrossVisits, keys);
}

/** Puts the focus into the field that filters what is listed beside the article: the keys, or else the tags. */
function focusFilter(host: Host): void {
  if (host.state.getState().session.panel !== 'keys') host.show({ panel: 'annotation' });
  focusSoon('[data-filter]');
}
