import { actionGroups, actionLabel } from '../messages/actions.ts';
import { frameMessages } from '../messages/frame.ts';
import { paletteMessages as words } from '../messages/palette.ts';
import { codebookOf, currentCodebook } from '../model/commands/lookup.ts';
import { paragraphAt, relationsFrom, wordsOf } from '../model/views/tags.ts';
import { availability, type Parameters } from './actions/action.ts';
import { tagsHere } from './actions/finding.ts';
import { actionById } from './actions/table.ts';
import { askedAttribute, valueAt } from './asked.ts';
import { inReadingOrder, openArticle, writable } from './session.ts';
import type { WorkspaceState } from './state.ts';

/** One line of the list of commands. `key` names the action whose keys call it; `null` where none does. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly action: string;
  readonly parameters: Parameters;
  readonly key: string | null;
}

/** Everything that can be done now, or the tags under the cursor. */
export function paletteEntries(state: WorkspaceState): readonly PaletteEntry[] {
  if (state.palette === 'here') return entriesHere(state);
  return [...ofActions(state), ...ofValues(state), ...ofLinks(state), ...ofTypes(state), ...ofPanels(state), ...ofArticles(state)];
}

const hidden: ReadonlySet<string> = new Set(['show-palette']);

function ofActions(state: WorkspaceState): PaletteEntry[] {
  return actionGroups
    .filter(({ id }) => id !== 'values')
    .flatMap(({ title, labels }) =>
      Object.entries(labels)
        .filter(([id]) => !hidden.has(id) && availability(actionById(id), state) === 'available')
        .map(([id, label]) => ({ id, label, group: title, action: id, parameters: {}, key: id })),
    );
}

/** Each value of the attributes of the selected tag that have a list of them. */
function ofValues(state: WorkspaceState): PaletteEntry[] {
  const annotation = state.project.annotations.get(state.session.selected ?? '');
  if (!annotation || !writable(state)) return [];
  const asked = askedAttribute(state);
  const { types } = codebookOf(state.project, annotation.codebook);
  const attributes = types.find(({ id }) => id === annotation.type)?.attributes ?? [];
  return attributes.flatMap((attribute) =>
    (attribute.values ?? []).map(({ id, label }) => {
      const digit = asked?.id === attribute.id ? [1, 2, 3, 4, 5, 6, 7, 8, 9].find((one) => valueAt(attribute, one)?.id === id) : undefined;
      return {
        id: `${attribute.id} ${id}`,
        label: words.value(attribute.label, label),
        group: words.values,
        action: 'set-attribute',
        parameters: { annotation: annotation.id, attribute: attribute.id, value: id },
        key: digit === undefined ? null : `value-${digit}`,
      };
    }),
  );
}

function ofLinks(state: WorkspaceState): PaletteEntry[] {
  const annotation = state.project.annotations.get(state.session.selected ?? '');
  if (!annotation || !writable(state)) return [];
  return relationsFrom(codebookOf(state.project, annotation.codebook).relations, annotation.type).map(({ id, label }) => ({
    id: `link ${id}`,
    label: words.link(label),
    group: words.links,
    action: 'start-linking',
    parameters: { relation: id },
    key: null,
  }));
}

/** The types of the codebook that no action of their own tags. */
function ofTypes(state: WorkspaceState): PaletteEntry[] {
  if (state.session.cursor === null || !writable(state)) return [];
  return currentCodebook(state.project)
    .types.filter(({ id }) => actionLabel(`tag-${id}`) === null)
    .map(({ id, label }) => ({
      id: `tag ${id}`,
      label: words.tag(label),
      group: words.types,
      action: 'tag',
      parameters: { type: id },
      key: null,
    }));
}

const panels = ['annotation', 'article', 'add', 'people'] as const;

const ofPanels = ({ session }: WorkspaceState): PaletteEntry[] =>
  panels
    .filter((panel) => panel !== session.panel)
    .map((panel) => ({
      id: `panel ${panel}`,
      label: frameMessages.panelShown[panel],
      group: words.panels,
      action: 'show-panel',
      parameters: { panel },
      key: null,
    }));

const ofArticles = ({ project, session }: WorkspaceState): PaletteEntry[] =>
  inReadingOrder([...project.articles.values()])
    .filter(({ id }) => id !== session.article)
    .map(({ id, title }) => ({
      id: `article ${id}`,
      label: words.open(title),
      group: words.articles,
      action: 'open-article',
      parameters: { article: id },
      key: null,
    }));

function entriesHere(state: WorkspaceState): PaletteEntry[] {
  const article = openArticle(state);
  return tagsHere(state).map((annotation) => {
    const label = codebookOf(state.project, annotation.codebook).types.find(({ id }) => id === annotation.type)?.label ?? annotation.type;
    const paragraph = article && paragraphAt(article, annotation.text, annotation.segments[0].start);
    return {
      id: annotation.id,
      label: words.tagHere(label, wordsOf(annotation).replaceAll(/\s+/gu, ' '), paragraph),
      group: words.here,
      action: 'select-annotation',
      parameters: { annotation: annotation.id },
      key: null,
    };
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The entries whose label or group holds every typed word, those that begin with what was typed first. */
export function found(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const query = plain(typed).trim();
  const wanted = query.split(/\s+/u);
  if (query === '') return entries;
  const fits = entries.filter(({ label, group }) => wanted.every((word) => plain(`${label} ${group}`).includes(word)));
  const rank = ({ label }: PaletteEntry) =>
    plain(label).startsWith(query) ? 0 : wanted.every((word) => plain(label).includes(word)) ? 1 : 2;
  return [...fits].sort((a, b) => rank(a) - rank(b));
}
