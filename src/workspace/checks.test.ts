import { beforeEach, describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../testing/sample-workspace.ts';
import { findingId } from './checks/checks-state.ts';
import { findingsNow } from './checks/findings.ts';
import { openArticle } from './session.ts';
import type { Workspace } from './workspace.ts';

const words = 'Bridge opens\n\n“The bridge is safe,” Ada Quill said.';
const at = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length });

let workspace: Workspace;
let stored: () => Promise<void>;

const tag = (type: string, part: string) => workspace.perform('tag', { type, stretches: [at(part)] });
const state = () => workspace.state.getState();
const status = () => openArticle(state())?.status;
const selectedWords = () => state().project.annotations.get(state().session.selected ?? '')?.segments[0].exact;
const id = (part: string) => [...state().project.annotations.values()].find(({ segments }) => segments[0].exact === part)?.id ?? '';
/** Runs what was asked for to its end. */
const done = async (action: string, parameters = {}) => {
  workspace.perform(action, parameters);
  await stored();
};

beforeEach(async () => {
  ({ workspace, stored } = await sampleWorkspace(words));
});

/** A quote with its speaker, all set by hand but what is proposed. */
async function tagWhole(): Promise<void> {
  tag('quote', '“The bridge is safe,”');
  tag('source', 'Ada Quill');
  workspace.perform('set-attribute', { annotation: id('Ada Quill'), attribute: 'kind', value: 'person' });
  workspace.perform('link', { relation: 'said-by', from: id('“The bridge is safe,”'), to: id('Ada Quill') });
  await stored();
}

describe('an article called done', () => {
  it('without errors is done, and open again when called so once more', async () => {
    await done('done');
    expect(status()).toBe('done');
    await done('done');
    expect(status()).toBe('in-progress');
  });

  it('with an open error is not done: the first one is shown', async () => {
    tag('source', 'Ada Quill');
    tag('quote', '“The bridge is safe,”');
    workspace.perform('select-annotation', { annotation: id('Ada Quill') });
    await done('done');
    expect(status()).toBe('to-do');
    expect(selectedWords()).toBe('“The bridge is safe,”');
    expect(state().notices.at(-1)?.text).toMatch(/^Not done yet: 2 errors need you/);
    expect(state().checks).toMatchObject({ unfolded: true, confirming: false });
  });

  it('from the list of statuses is asked the same', async () => {
    tag('quote', '“The bridge is safe,”');
    await done('set-status', { article: state().session.article, status: 'done' });
    expect(status()).toBe('to-do');
  });

  it('with nothing but proposals asks for them, and confirming is one action', async () => {
    await tagWhole();
    await done('done');
    expect(status()).toBe('to-do');
    expect(state().checks.confirming).toBe(true);
    await done('finish');
    expect(status()).toBe('done');
    expect([...state().project.annotations.values()].flatMap(({ suggested = [] }) => suggested)).toEqual([]);
    await done('undo');
    expect(status()).toBe('to-do');
    expect([...state().project.annotations.values()].flatMap(({ suggested = [] }) => suggested)).toHaveLength(2);
  });

  it('is not done where something required is left out', async () => {
    await tagWhole();
    await done('done');
    await done('finish', { leave: [`${id('Ada Quill')} naming`] });
    expect(status()).toBe('to-do');
    expect([...state().project.annotations.values()].flatMap(({ suggested = [] }) => suggested)).toEqual(['naming']);
  });

  it('is done with an error that was acknowledged', async () => {
    tag('quote', '“The bridge is safe,”');
    workspace.perform('set-attribute', { annotation: id('“The bridge is safe,”'), attribute: 'mode', value: 'direct' });
    await done('done');
    expect(status()).toBe('to-do');
    await done('acknowledge', { reason: 'no speaker in the text' });
    await done('done');
    expect(status()).toBe('done');
  });
});

describe('a finding', () => {
  const finding = (check: string) => findingsNow(state()).find((found) => found.check === check);
  const idOf = (check: string) => {
    const found = finding(check);
    return found ? findingId(found) : '';
  };
  /** The list as it is after a pause. */
  const listed = () => workspace.state.setState(({ checks }) => ({ checks: { ...checks, findings: findingsNow(state()) } }));

  it('in the text is gone to, and mended by one key', async () => {
    listed();
    workspace.perform('show-finding', { finding: idOf('uncovered-quotation-marks') });
    expect(state().session.cursor).toMatchObject({ anchor: at('“').start, active: at('”').end });
    await done('mend-finding');
    expect(selectedWords()).toBe('“The bridge is safe,”');
    expect(finding('uncovered-quotation-marks')).toBeUndefined();
    expect(state().undo?.action).toBe('mend');
  });

  it('that needs a person opens the list of sources', () => {
    tag('quote', '“The bridge is safe,”');
    listed();
    workspace.perform('mend-finding', { finding: idOf('quote-without-speaker') });
    expect(state().session.mode).toMatchObject({ kind: 'linking', relation: 'said-by' });
  });

  it('is asked the reason for before it is acknowledged, and its acknowledgement can be taken back', async () => {
    listed();
    const headline = idOf('headline-without-claim');
    workspace.perform('dismiss-finding', { finding: headline });
    expect(state().checks).toMatchObject({ asking: headline, unfolded: true });
    await done('acknowledge', { finding: headline, reason: '  ' });
    expect(finding('headline-without-claim')?.acknowledged).toBeNull();
    await done('acknowledge', { finding: headline, reason: 'a label' });
    expect(finding('headline-without-claim')?.acknowledged?.reason).toBe('a label');
    expect(state().checks.asking).toBeNull();
    await done('withdraw-acknowledgement', { finding: headline });
    expect(finding('headline-without-claim')?.acknowledged).toBeNull();
  });
});
