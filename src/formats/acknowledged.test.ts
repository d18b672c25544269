import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/checks/finding.ts';
import { findingsIn } from '../model/checks/table.ts';
import { acknowledge, withdraw } from '../model/commands/acknowledge.ts';
import { type Existing, planImport } from '../model/commands/import-package.ts';
import { retype, setSegments } from '../model/commands/tags.ts';
import { brokenRules } from '../model/integrity.ts';
import { merge } from '../model/merge.ts';
import { applyPatch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Acknowledgement, Annotation, AnyRecord, Article } from '../model/records.ts';
import { allOf, exportContents } from '../model/views/export-contents.ts';
import { projectContents } from '../model/views/project-contents.ts';
import { checkPatch } from '../testing/check-patch.ts';
import { TaggedSample } from '../testing/tagged-sample.ts';
import { readPackage } from './package/read.ts';
import { writePackage } from './package/write.ts';

const words = 'Bridge opens\n\n“It is safe,” the mayor said. “Nobody fell.”';
const sample = () => new TaggedSample(words).tag('quote', 'quote', '“It is safe,”', { mode: 'direct' });
const articleOf = (project: Project): Article => [...project.articles.values()][0] as Article;

function finding(tagged: TaggedSample, check: string, set = tagged.context.set): Finding {
  const article = articleOf(tagged.project);
  const found = findingsIn(tagged.project, { article, version: article.versions[0], set }).find((candidate) => candidate.check === check);
  if (!found) throw new Error(`Nothing is found by ${check}.`);
  return found;
}

const of = (tagged: TaggedSample, check: string) => ({
  finding: finding(tagged, check),
  set: tagged.context.set,
  text: articleOf(tagged.project).versions[0].text,
});

function acknowledged(check: string): TaggedSample {
  const tagged = sample();
  tagged.project = checkPatch(tagged.project, acknowledge(tagged.project, of(tagged, check), ' no speaker in the text ', tagged.context));
  return tagged;
}

const tagFinding = 'quote-without-speaker';
const textFinding = 'uncovered-quotation-marks';

describe('an acknowledgement', () => {
  it.each([tagFinding, textFinding])('of %s is kept with its reason and author, and can be taken back', (check) => {
    const tagged = acknowledged(check);
    const { author } = tagged.context;
    expect(finding(tagged, check).acknowledged).toEqual({ reason: 'no speaker in the text', author, at: expect.any(String) });
    tagged.project = checkPatch(tagged.project, withdraw(tagged.project, of(tagged, check)));
    expect(finding(tagged, check).acknowledged).toBeNull();
    expect(tagged.project).toEqual({ ...tagged.project, articles: sample().project.articles });
  });

  it('needs a reason, and the same one again changes nothing', () => {
    const tagged = acknowledged(tagFinding);
    expect(() => acknowledge(tagged.project, of(tagged, tagFinding), '  ', tagged.context)).toThrow();
    expect(acknowledge(tagged.project, of(tagged, tagFinding), 'no speaker in the text', tagged.context)).toEqual([]);
  });

  it.each([tagFinding, textFinding])('of %s outlasts other edits', (check) => {
    const tagged = acknowledged(check).tag('mayor', 'source', 'the mayor').flag('quote').set('quote', { mode: 'partial' });
    const stretches = [tagged.at('“It is safe,” the mayor')];
    tagged.project = applyPatch(tagged.project, setSegments(tagged.project, { annotation: tagged.id('quote'), stretches }, tagged.context));
    expect(finding(tagged, check).acknowledged).not.toBeNull();
  });

  it('goes where the place or the type it was about changes', () => {
    const tagged = acknowledged(tagFinding);
    const edge = (at: string) => {
      const move = { annotation: tagged.id('quote'), stretches: [tagged.at(at)] };
      tagged.project = applyPatch(tagged.project, setSegments(tagged.project, move, tagged.context));
    };
    edge('It is safe');
    tagged.project = applyPatch(
      tagged.project,
      acknowledge(tagged.project, of(tagged, 'quote-boundary-not-at-mark'), 'so', tagged.context),
    );
    edge('It is');
    expect(finding(tagged, 'quote-boundary-not-at-mark').acknowledged).toBeNull();
    const patch = retype(tagged.project, { annotation: tagged.id('quote'), type: 'claim' }, tagged.context);
    tagged.project = applyPatch(tagged.project, patch);
    expect(tagged.annotation('quote').acknowledged).toBeUndefined();
  });

  it('in the text is one set’s own', () => {
    const tagged = acknowledged(textFinding);
    expect(finding(tagged, textFinding, 'another set').acknowledged).toBeNull();
  });
});

describe('in a package', () => {
  const written = ({ project, context }: TaggedSample) => {
    const texts = [...project.texts.values()];
    const tags = { annotations: [...project.annotations.values()], relations: [], reviews: [], texts };
    const read = readPackage(writePackage(exportContents(project, allOf(context.set), tags), 'Attest').bytes);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    return read.contents;
  };
  const existing = ({ project }: TaggedSample, age: 'new' | 'known'): Existing => {
    const known = age === 'known' ? project : { ...project, sets: new Map(), annotations: new Map() };
    return {
      record: (table, id): AnyRecord | null => known[table].get(id) ?? null,
      ofSet: (set) => ({ annotations: [...known.annotations.values()].filter((tag) => tag.set === set), relations: [] }),
      head: () => null,
    };
  };

  it('acknowledgements of the set go along, those of others stay at home', () => {
    const tagged = acknowledged(textFinding);
    const article = articleOf(tagged.project);
    const others = { ...article, acknowledged: { ...article.acknowledged, 'other/text/check/1-2': { reason: 'x', author: 'y', at: 'z' } } };
    const more = Object.assign(acknowledged(tagFinding), {});
    more.project = { ...tagged.project, annotations: more.project.annotations, articles: new Map([[article.id, others]]) };
    const contents = written(more);
    expect(Object.keys(contents.articles?.[0]?.acknowledged ?? {})).toEqual(Object.keys(article.acknowledged ?? {}));
    expect(contents.annotations?.[0]?.acknowledged).toEqual(more.annotation('quote').acknowledged);
  });

  it('they come in with their set, into an article that is there already', () => {
    const theirs = acknowledged(textFinding);
    const ours = sample();
    const plan = planImport(existing(ours, 'new'), written(theirs));
    expect(plan.conflicts).toEqual([]);
    const change = plan.patch.find(({ table }) => table === 'articles');
    expect(change?.after).toEqual(articleOf(theirs.project));
    expect(planImport(existing(theirs, 'known'), written(theirs)).patch).toEqual([]);
  });

  it('they do not take the place of ours where the set is not newer', () => {
    const plan = planImport(existing(acknowledged(textFinding), 'known'), written(sample()));
    expect(plan.patch.filter(({ table }) => table === 'articles')).toEqual([]);
    expect(plan.conflicts).toEqual([]);
  });

  it('one whose author or set is not in the file is refused', () => {
    const tagged = acknowledged(textFinding);
    const contents = projectContents(tagged.project);
    const [article] = contents.articles ?? [];
    const stray = { reason: 'x', author: '00000000-0000-4000-9000-999999999999', at: '2026-01-01T00:00:00.000Z' };
    const keys = [Object.keys(article?.acknowledged ?? {})[0] ?? '', `${stray.author}/text/check`];
    for (const key of keys) {
      const { bytes } = writePackage(
        { ...contents, articles: [{ ...articleOf(tagged.project), acknowledged: { [key]: stray } }] },
        'Attest',
      );
      const read = readPackage(bytes);
      expect('faults' in read && read.faults.map(({ path }) => path)).toContain(
        `/articles/0/acknowledged/${key.replaceAll('/', '~1')}/author`,
      );
    }
  });
});

describe('two tabs', () => {
  it.each([tagFinding, textFinding])('that acknowledge different findings beside each other both do (%s)', (check) => {
    const base = sample();
    const [ours, theirs] = [acknowledged(check), acknowledged(check)].map(({ project }) => project) as [Project, Project];
    const table = check === tagFinding ? ('annotations' as const) : ('articles' as const);
    const record = (project: Project) => [...project[table].values()][0] as Annotation | Article;
    const renamed = Object.fromEntries(Object.values(record(theirs).acknowledged ?? {}).map((value) => ['another/finding', value]));
    const merged = merge(record(base.project), record(ours), { ...record(theirs), acknowledged: renamed });
    expect(merged.disputed).toEqual([]);
    expect(merged.record).toEqual({ ...record(base.project), acknowledged: { ...record(ours).acknowledged, ...renamed } });
  });

  it('that give two reasons for the same are told so', () => {
    const [ours, base] = [acknowledged(textFinding), sample()];
    const article = articleOf(ours.project);
    const [[key, value]] = Object.entries(article.acknowledged ?? {}) as [[string, Acknowledgement]];
    const theirs = { ...article, acknowledged: { [key]: { ...value, reason: 'another' } } };
    expect(merge(articleOf(base.project), article, theirs).disputed).toEqual([`acknowledged.${key}`]);
  });
});

describe('a project', () => {
  it.each([
    ['annotations', tagFinding, 'author'],
    ['articles', textFinding, 'author'],
    ['articles', textFinding, 'set'],
  ] as const)('is not whole where %s (%s) are acknowledged by an unknown %s', (table, check, rule) => {
    const { project } = acknowledged(check);
    expect(brokenRules(project)).toEqual([]);
    const without = rule === 'set' ? { ...project, sets: new Map() } : { ...project, authors: new Map() };
    expect(brokenRules(without).map((broken) => `${broken.table} ${broken.rule}`)).toContain(`${table} ${rule}`);
  });
});
