import { expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { parseArticle } from '../../text/article.ts';
import { brokenRules } from '../integrity.ts';
import { applyPatch, invert, type Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id } from '../records.ts';
import { isSure } from '../views/standing.ts';
import { standingsIn } from '../views/standings-in.ts';
import { link } from './links.ts';
import { addTag } from './tags.ts';
import { addVersion, isLeftBehind, joinArticles, leaveBehind, placeTags, takeUpAgain } from './versions.ts';

const rain = '“It will rain,” said Ada Quill, who has kept the weather station of the town for twenty years.';
const guests = 'In a letter to the council she expects 2,000 guests, most of them from the other side of the bay.';
const old = `Rain for all\n\n${rain}\n\n${guests}\n\nNobody else was asked.`;
const corrected = old.replace('2,000', '3,000').replace('Rain for all\n\n', 'Rain for all\n\nA line that was not there.\n\n');
const start = sampleProject(old);
const [text = ''] = start.texts;
const [article = ''] = start.project.articles.keys();

const idIn = (patch: Patch): Id => patch.find(({ table }) => table === 'annotations')?.id ?? '';

function tag(project: Project, type: string, words: string): [Project, Id] {
  const from = old.indexOf(words);
  const patch = addTag(project, { text, type, stretches: [{ start: from, end: from + words.length }] }, start.context);
  return [applyPatch(project, patch), idIn(patch)];
}

/** The old text with a quote, its speaker, a claim by her, and both links. */
function tagged() {
  const [one, quote] = tag(start.project, 'quote', '“It will rain,”');
  const [two, source] = tag(one, 'source', 'Ada Quill');
  const [three, claim] = tag(two, 'claim', 'she expects 2,000 guests');
  const links = [
    { type: 'said-by', from: quote, to: source },
    { type: 'claimed-by', from: claim, to: source },
  ];
  const project = links.reduce((so, each) => applyPatch(so, link(so, each, start.context)), three);
  return { project, quote, source, claim };
}

const decoded = { text: corrected, encoding: 'utf-8', byteOrderMark: false };

function withCorrected(before: Project) {
  const { patch, text: record } = addVersion(before, { article, decoded, parsed: parseArticle(corrected) }, start.context);
  const project = { ...before, texts: new Map(before.texts).set(record.id, record) };
  checkPatch(project, patch);
  return { project: applyPatch(project, patch), text: record.id };
}

it('what stands there without doubt comes along with its links, and what changed waits; all of it can be taken back', () => {
  const { project, quote, source, claim } = tagged();
  const newer = withCorrected(project);
  const standings = standingsIn(old, corrected, [...project.annotations.values()]);
  expect(standings.map(({ status }) => status)).toEqual(['moved', 'moved', 'changed']);
  const placed = standings.filter(isSure).map(({ annotation, stretches }) => ({ annotation: annotation.id, stretches }));
  const patch = placeTags(newer.project, { text: newer.text, placed }, start.context);
  const after = applyPatch(newer.project, patch);
  expect(brokenRules(after)).toEqual([]);
  const textsOf = (ids: readonly Id[]) => ids.map((id) => after.annotations.get(id)?.text);
  expect(textsOf([quote, source, claim])).toEqual([newer.text, newer.text, text]);
  const said = [...after.relations.values()].map((relation) => [relation.from, relation.text]);
  expect(said).toEqual([
    [quote, newer.text],
    [claim, text],
  ]);
  expect(applyPatch(after, invert(patch))).toEqual(newer.project);
});

it('a link between two texts that are no versions of one article is still a contradiction', () => {
  const { project, source } = tagged();
  const moved = project.annotations.get(source) as Annotation;
  const stray = { ...project, annotations: new Map(project.annotations).set(source, { ...moved, text: 'f'.repeat(64) }) };
  expect(brokenRules(stray).filter(({ rule, table }) => table === 'relations' && rule === 'text')).toHaveLength(2);
});

it('a tag is left behind with the reason, and asked about again', () => {
  const { project, claim } = tagged();
  const tagOf = (so: Project) => so.annotations.get(claim) as Annotation;
  const left = applyPatch(project, leaveBehind([tagOf(project)], 'Not said any more', start.context));
  expect([project, left].map((so) => isLeftBehind(tagOf(so)))).toEqual([false, true]);
  expect(Object.values(tagOf(left).acknowledged ?? {})).toMatchObject([{ reason: 'Not said any more', author: start.context.author }]);
  expect(applyPatch(left, takeUpAgain([tagOf(left)]))).toEqual(project);
  const newer = withCorrected(left);
  const at = corrected.indexOf('she expects');
  const stretches = [{ start: at, end: at + 24 }];
  const placed = applyPatch(
    newer.project,
    placeTags(newer.project, { text: newer.text, placed: [{ annotation: claim, stretches }] }, start.context),
  );
  expect(isLeftBehind(tagOf(placed))).toBe(false);
  expect(tagOf(placed).segments[0].exact).toBe('she expects 3,000 guests');
});

it('an article that was added by itself becomes the newest version of the other, its tags stay on it', () => {
  const two = sampleProject(old, corrected);
  const [first = '', second = ''] = two.project.articles.keys();
  const patch = joinArticles(two.project, { article: second, of: first });
  const after = applyPatch(two.project, patch);
  expect([...after.articles.keys()]).toEqual([first]);
  expect(after.articles.get(first)?.versions.map((version) => version.text)).toEqual(two.texts);
  expect(brokenRules(after)).toEqual([]);
});

it('parts of one tag that changed places wait', () => {
  const parts = ['“It will rain,”', 'Nobody else was asked.'].map((words) => ({
    start: old.indexOf(words),
    end: old.indexOf(words) + words.length,
  }));
  const patch = addTag(start.project, { text, type: 'quote', stretches: parts }, start.context);
  const annotation = applyPatch(start.project, patch).annotations.get(idIn(patch)) as Annotation;
  const swapped = `${old.slice(0, 14)}Nobody else was asked.\n\n${old.slice(14, old.indexOf('\n\nNobody'))}`;
  expect(standingsIn(old, swapped, [annotation])).toMatchObject([{ status: 'changed', stretches: [] }]);
  expect(standingsIn(old, old.replace(`${rain}\n\n`, ''), [annotation])[0]?.status).toBe('changed');
  expect(standingsIn(old, 'Nothing of that.', [annotation])).toMatchObject([{ status: 'lost', stretches: [], score: 0 }]);
});
