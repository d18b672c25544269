import { describe, expect, it } from 'vitest';
import { mergePackages } from '../../formats/package/merge.ts';
import { projectOf } from '../../model/project-of.ts';
import { wholeOf } from '../../model/whole-of.ts';
import { comparedOf } from '../../review/compared-of.ts';
import type { ComparedChoice } from '../../review/compared-project.ts';
import { agreementReport } from '../../review/report/report.ts';
import { colleagues } from '../../testing/colleagues.ts';
import { connect, entryFor } from '../../testing/sample-store.ts';
import type { Desk } from '../importing/import-jobs.ts';
import { withList } from '../list-database.ts';
import { measureAgreement, showPassages, type TagsFrom } from './agreement-jobs.ts';

const draws = { draws: 20, seed: 1 };
const packages = colleagues({ articles: 12, sets: 3, tags: 12 });
const contents = mergePackages(packages);
const sets = contents.sets?.map(({ id }) => id) ?? [];
const all: ComparedChoice = { sets, on: 'shared' };

let opened = 0;

/** A database with all that the colleagues have sent; gives its name. */
async function database(): Promise<string> {
  opened += 1;
  const name = `agreement-${opened}`;
  const project = projectOf(contents);
  const { store } = await connect(name);
  await withList(({ projects }) => projects.put({ id: name, opened, database: name }));
  await store.commit(entryFor(wholeOf(project)), [...project.texts.values()]);
  return name;
}

async function measured(from: TagsFrom, choice: ComparedChoice) {
  const told: number[] = [];
  const desk: Desk = { planned: null, alignment: null, handedOver: [] };
  const result = await measureAgreement({ from, choice, draws }, (done, total) => told.push(done / total), desk);
  return { result, told, desk };
}

describe('agreement measured where the tags lie', () => {
  it('is what the command line says of the packages that they came in', async () => {
    const compared = comparedOf(packages);
    if ('problem' in compared) throw new Error(compared.problem);
    const { result, told } = await measured({ project: await database() }, all);
    expect(result).toEqual({ report: agreementReport(compared, draws) });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(10);
  });

  it('is the same where there is no database', async () => {
    const { result } = await measured({ contents }, all);
    expect(result).toEqual((await measured({ project: await database() }, all)).result);
  });

  it('keeps the alignment for the passages, as many as the report says', async () => {
    const { result, desk } = await measured({ project: await database() }, all);
    if ('problem' in result) throw new Error(result.problem);
    for (const { differing, passages } of result.report.hotSpots) {
      const behind = await showPassages({ cell: { part: 'hot', differing }, from: 0, count: 3 }, () => undefined, desk);
      expect(behind.total).toBe(passages);
      expect(behind.passages).toHaveLength(Math.min(3, passages));
    }
    await expect(
      showPassages({ cell: { part: 'hot', differing: 1 }, from: 0, count: 1 }, () => undefined, { alignment: null }),
    ).rejects.toThrow();
  });

  it('is about the texts that were asked for', async () => {
    const project = await database();
    const text = contents.texts?.[3]?.id ?? '';
    const documents = async (choice: ComparedChoice) => {
      const { result } = await measured({ project }, choice);
      return 'problem' in result ? result.problem : result.report.header.texts;
    };
    expect(await documents({ sets, on: { text } })).toEqual([text]);
    expect(await documents({ sets: sets.slice(0, 1), on: 'shared' })).toBe('sets');
    expect(await documents({ sets, on: { text: 'unknown' } })).toBe('texts');
    expect(await documents({ sets: sets.slice(1), on: 'any' })).toHaveLength(12);
  });

  it('leaves out texts that one set alone has tagged, unless everybody is said to have read them', async () => {
    const text = contents.texts?.[0]?.id;
    const rest = contents.annotations?.filter((tag) => tag.text !== text || tag.set === sets[0]) ?? [];
    const fewer = { ...contents, annotations: rest, relations: [] };
    const documents = async (on: ComparedChoice['on']) => {
      const { result } = await measured({ contents: fewer }, { sets, on });
      return 'problem' in result ? result.problem : result.report.header.texts;
    };
    expect(await documents('shared')).toHaveLength(11);
    expect(await documents('shared')).not.toContain(text);
    expect(await documents('any')).toContain(text);
  });
});
