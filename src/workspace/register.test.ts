import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleWorkspace } from '../testing/sample-workspace.ts';
import type { Workspace } from './workspace.ts';

const first = 'Talks\n\n“We won,” Kim said. Kim left.';
const second = 'More talks\n\nKim said peace. Then Kim and Kim Il left.';

let workspace: Workspace;
let stored: () => Promise<void>;
const state = () => workspace.state.getState();
const patience = { timeout: 10_000 };
const saved = async () => {
  await vi.waitFor(() => expect(state().saving.kind).toBe('saved'), patience);
  await stored();
};
/** Runs an action until something that it is for has changed, and is saved. */
const perform = async (action: string, parameters = {}) => {
  const before = state();
  const seen = action === 'undo' || action === 'redo' ? (['undo'] as const) : (['project', 'session', 'notices', 'register'] as const);
  workspace.perform(action, parameters);
  await vi.waitFor(() => expect(seen.some((part) => state()[part] !== before[part])).toBe(true), patience);
  await saved();
};
const articles = () => [...state().project.articles.values()];
const open = (index: number) => perform('open-article', { article: articles()[index]?.id ?? '' });
const text = (index: number) => (index === 0 ? first : second);
const tagged = async (index: number, type: string, words: string, after = '') => {
  const start = text(index).indexOf(words, text(index).indexOf(after));
  await perform('tag', { type, stretches: [{ start, end: start + words.length }] });
  return state().session.selected ?? '';
};
const entityOf = (name: string) => [...state().project.entities.values()].filter((entity) => entity.name === name);
const look = async () => {
  const before = state().register.found;
  workspace.perform('look-at-register');
  await vi.waitFor(() => expect(state().register.found?.whole && state().register.found !== before).toBe(true), patience);
};

/** Kim quoted in the first article, and a Kim of another entry in the second, which is open. */
beforeEach(async () => {
  ({ workspace, stored } = await sampleWorkspace(first, second));
  const quote = await tagged(0, 'quote', '“We won,”');
  const kim = await tagged(0, 'source', 'Kim');
  await perform('name-entity', { annotation: kim, name: 'Kim' });
  await perform('link', { relation: 'said-by', from: quote, to: kim });
  await open(1);
  const claim = await tagged(1, 'claim', 'peace');
  const other = await tagged(1, 'source', 'Kim');
  await perform('name-entity', { annotation: other, name: 'Mr Kim' });
  await perform('link', { relation: 'claimed-by', from: claim, to: other });
});

const [kim, mister] = [() => entityOf('Kim')[0]?.id ?? '', () => entityOf('Mr Kim')[0]?.id ?? ''];
const statements = () => state().register.found?.statements.map(({ tag }) => tag.segments[0].exact);

describe('the register', () => {
  it('lists statements of an article that is not open', async () => {
    await perform('show-register', { entity: kim() });
    await look();
    expect(statements()).toEqual(['“We won,”']);
  });

  it('merges entries in all articles as one action, which is undone and redone as one', async () => {
    const [kept, merged] = [kim(), mister()];
    const before = state().undo?.entry;
    await perform('merge-entries', { kept, merged });
    expect(entityOf('Kim')[0]?.aliases).toEqual(['Mr Kim']);
    await look();
    expect(statements()?.sort()).toEqual(['peace', '“We won,”']);
    await perform('undo');
    expect(state().undo?.entry).toBe(before);
    expect(state().project.entities.size).toBe(2);
    await look();
    expect(statements()).toEqual(['“We won,”']);
    await perform('redo');
    expect(state().project.entities.size).toBe(1);
  });

  it('merges entries whose mentions all lie in articles that are not open', async () => {
    const [kept, merged] = [mister(), kim()];
    await perform('merge-entries', { kept, merged });
    await look();
    expect(state().register.found?.mentions).toHaveLength(2);
    await open(0);
    expect([...state().project.annotations.values()].filter(({ attributes }) => attributes.entity === kept)).toHaveLength(1);
  });

  it('splits a mention off in an article that is not open, also under the same name', async () => {
    const [kept, merged] = [kim(), mister()];
    await perform('merge-entries', { kept, merged });
    await look();
    const chosen = state().register.found?.mentions.filter(({ segments }) => segments[0].prefix.includes('We won')) ?? [];
    await perform('split-entry', { entity: kept, mentions: chosen.map(({ id }) => id), name: 'Kim' });
    expect(entityOf('Kim')).toHaveLength(2);
    await look();
    expect(statements()).toEqual(['peace']);
    await perform('undo');
    expect(entityOf('Kim')).toHaveLength(1);
  });

  it('deletes an entry nobody names, and refuses where an article that is not open names it', async () => {
    await perform('delete-entry', { entity: kim() });
    expect(entityOf('Kim')).toHaveLength(1);
    expect(state().notices.at(-1)?.text).toMatch('named by 1 tag');
    await perform('add-entry', { name: 'Nobody' });
    await perform('delete-entry', { entity: entityOf('Nobody')[0]?.id });
    expect(entityOf('Nobody')).toHaveLength(0);
    await perform('undo');
    expect(entityOf('Nobody')).toHaveLength(1);
  });
});

describe('the same words', () => {
  it('are found in other articles and tagged in both as one action', async () => {
    await open(0);
    const source = [...state().project.annotations.values()].find(({ type }) => type === 'source')?.id ?? '';
    await perform('select-annotation', { annotation: source });
    await perform('set-attribute', { annotation: source, attribute: 'naming', value: 'named' });
    await perform('look-elsewhere');
    await vi.waitFor(() => expect(state().register.elsewhere?.whole).toBe(true), patience);
    const places = state().register.elsewhere?.places ?? [];
    expect(places.map(({ sentence }) => sentence)).toEqual(['Then Kim and Kim Il left.', 'Then Kim and Kim Il left.']);
    const here = first.lastIndexOf('Kim');
    await perform('tag-same-words', {
      annotation: source,
      places: [
        { text: state().project.annotations.get(source)?.text, stretches: [{ start: here, end: here + 3 }] },
        { text: places[0]?.text, stretches: [places[0]?.stretch] },
      ],
    });
    await perform('show-register', { entity: kim() });
    await look();
    expect(state().register.found?.mentions).toHaveLength(3);
    await perform('undo');
    await look();
    expect(state().register.found?.mentions).toHaveLength(1);
  });
});
