import './tokens.css';
import '@fontsource-variable/source-serif-4/wght.css';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sampleWorkspace } from '../testing/sample-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { App } from './app.tsx';
import { WorkspaceContext } from './use-workspace.ts';

const long = 'the harbor was closed for the night while the council met behind closed doors and kept no record of the vote';
const text = `A headline that is long enough to wrap over two lines of the page\n\nBy Mara Ellison\n\n“First of all, ${long},” Kim told AFP.\n\nSecond, ${long}; third, ${long}.\n\nقال الرئيس إن الأمور بخير.`;

let root: Root | undefined;
afterEach(() => root?.unmount());

async function mounted(): Promise<Workspace> {
  await page.viewport(1280, 800);
  const { workspace } = await sampleWorkspace(text);
  const element = document.body.appendChild(document.createElement('div'));
  root = createRoot(element);
  root.render(
    <WorkspaceContext value={workspace}>
      <App />
    </WorkspaceContext>,
  );
  await expect.poll(() => document.querySelector('article')).not.toBeNull();
  await document.fonts.ready;
  return workspace;
}

// Layout counts in 64ths of a pixel and rounds each piece of a line: what nobody can see is no movement.
const invisible = 0.25;

interface PlaceOfWord {
  readonly word: string;
  readonly edges: readonly number[];
}

/** The left, top and right edge of every word, in CSS pixels from the corner of the article: scrolling moves none. */
function placesOfWords(): PlaceOfWord[] {
  const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const corner = (document.querySelector('article') ?? document.body).getBoundingClientRect();
  const content = nodes.map(({ data }) => data).join('');
  return [...content.matchAll(/\S+/g)].map(({ index, 0: word }) => {
    const range = document.createRange();
    range.setStart(...pointAt(nodes, index));
    range.setEnd(...pointAt(nodes, index + word.length - 1, 1));
    const { left, top, right } = range.getBoundingClientRect();
    return { word, edges: [left - corner.left, top - corner.top, right - corner.left] };
  });
}

/** The words that stand elsewhere than before. */
function moved(before: readonly PlaceOfWord[]): string[] {
  const now = placesOfWords();
  expect(now.map(({ word }) => word)).toEqual(before.map(({ word }) => word));
  return now
    .filter(({ edges }, index) => edges.some((edge, at) => Math.abs(edge - (before[index]?.edges[at] ?? 0)) > invisible))
    .map(({ word }) => word);
}

function pointAt(nodes: readonly Text[], offset: number, add = 0): [Text, number] {
  let left = offset;
  for (const node of nodes) {
    if (left < node.data.length) return [node, left + add];
    left -= node.data.length;
  }
  throw new Error('The offset lies behind the text.');
}

const stretch = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

it('no word moves when tags are made, overlap, cross, are selected, hovered, edited and deleted', async () => {
  const workspace = await mounted();
  const before = placesOfWords();
  const check = async (what: string) => {
    await settled();
    expect(moved(before), what).toEqual([]);
  };
  workspace.show({ cursor: { anchor: stretch('Second').start, active: stretch('third').end, unit: 'free', parts: [] } });
  await check('a selection over lines');
  const tags = [
    ['quote', `“First of all, ${long},”`],
    ['claim', long],
    ['source', 'Kim'],
    ['source', 'AFP'],
    ['claim', 'closed for the night while the council met'],
    ['claim', 'the council met behind closed doors'],
    ['quote', 'council'],
    ['claim', 'that is long enough to wrap over two lines'],
    ['source', 'الرئيس'],
    ['source', 'Mara Ellison'],
  ] as const;
  for (const [type, words] of tags) {
    workspace.perform('tag', { type, stretches: [stretch(words)] });
    await check(`the ${type} ${words}`);
  }
  workspace.perform('tag', { type: 'claim', stretches: [stretch('Second'), stretch('third')] });
  await check('a claim in two parts');
  workspace.perform('edit');
  await check('edges being edited');
  workspace.perform('step-out');
  workspace.perform('step-out');
  await userEvent.hover(document.querySelector('mark') ?? document.body);
  await check('a tag under the pointer');
  for (const id of workspace.state.getState().project.annotations.keys()) workspace.perform('delete-annotation', { annotation: id });
  await check('all deleted');
});

it('the comparison sees a word that moves', async () => {
  await mounted();
  const before = placesOfWords();
  const paragraph = document.querySelector('article p');
  if (paragraph instanceof HTMLElement) paragraph.style.paddingInlineStart = '1px';
  expect(moved(before)).not.toEqual([]);
});
