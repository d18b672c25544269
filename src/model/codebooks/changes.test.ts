import { describe, expect, it } from 'vitest';
import { codebookWith, evidence, withAttribute, withoutValue, withRelation, withType } from '../../testing/changed-codebook.ts';
import { changesBetween, partNeeded } from './changes.ts';
import type { Codebook } from './codebook.ts';
import { newsroomCore } from './newsroom-core.ts';
import { compareVersions, nextVersion, versionNumbers } from './version.ts';

const more = { id: 'lead', label: 'Lead', type: 'text', required: false, group: 'more', agreement: 'none' } as const;
const adding = (attribute: object): Codebook =>
  withType('claim', (type) => ({ ...type, attributes: [...type.attributes, { ...more, ...attribute }] }));

describe('what is different, and how far the version must go up', () => {
  it.each<readonly [string, Codebook, readonly string[], string | null]>([
    ['nothing', codebookWith({}), [], null],
    ['the title', codebookWith({ title: 'Core' }), ['codebook  reworded'], 'patch'],
    ['a definition', withType('quote', (type) => ({ ...type, description: 'Other words.' })), ['type quote reworded'], 'patch'],
    ['a colour', withType('quote', (type) => ({ ...type, colour: { ...type.colour }, letter: 'K' })), ['type quote reworded'], 'patch'],
    ['a new type', codebookWith({ types: [...newsroomCore.types, evidence] }), ['type evidence added'], 'minor'],
    ['a type gone', codebookWith({ types: newsroomCore.types.slice(1) }), ['type claim removed'], 'major'],
    ['a new attribute', adding({}), ['attribute claim/lead added'], 'minor'],
    ['a new attribute that must be set', adding({ required: true }), ['attribute claim/lead added'], 'major'],
    ['an attribute gone', withAttribute('quote', 'translated', () => null), ['attribute quote/translated removed'], 'major'],
    [
      'newly required',
      withAttribute('claim', 'checkworthy', (a) => ({ ...a, required: true })),
      ['attribute claim/checkworthy redefined'],
      'major',
    ],
    ['no longer required', withAttribute('claim', 'kind', (a) => ({ ...a, required: false })), ['attribute claim/kind widened'], 'minor'],
    [
      'another default',
      withAttribute('claim', 'status', (a) => ({ ...a, default: 'checking' })),
      ['attribute claim/status redefined'],
      'major',
    ],
    ['a value gone', withoutValue('claim', 'kind', 'pledge'), ['value claim/kind/pledge removed'], 'major'],
    [
      'a new value',
      withAttribute('quote', 'mode', (a) => ({ ...a, values: [...(a.values ?? []), { id: 'sung', label: 'Sung' }] })),
      ['value quote/mode/sung added'],
      'minor',
    ],
    [
      'the help of a value',
      withAttribute('quote', 'mode', (a) => ({ ...a, values: a.values?.map((v) => ({ ...v, help: 'x' })) ?? [] })),
      ['direct', 'partial', 'indirect', 'scare'].map((id) => `value quote/mode/${id} reworded`),
      'patch',
    ],
    [
      'a link from fewer types',
      withRelation('relayed-via', (r) => ({ ...r, from: ['quote'] })),
      ['relation relayed-via redefined'],
      'major',
    ],
    [
      'a link from more types',
      withRelation('supports', (r) => ({ ...r, from: ['claim', 'quote'] })),
      ['relation supports widened'],
      'minor',
    ],
    [
      'a link that must be there',
      withRelation('relayed-via', (r) => ({ ...r, required: { min: 1 } })),
      ['relation relayed-via redefined'],
      'major',
    ],
    [
      'another level of a check',
      codebookWith({ checks: newsroomCore.checks.map((check) => ({ ...check, level: 'hint' as const })) }),
      newsroomCore.checks.filter(({ level }) => level !== 'hint').map(({ id }) => `check ${id} widened`),
      'minor',
    ],
  ])('%s', (_, after, expected, part) => {
    expect(changesBetween(newsroomCore, after).map(({ what, path, kind }) => `${what} ${path.join('/')} ${kind}`)).toEqual(expected);
    expect(partNeeded(newsroomCore, after)).toBe(part);
  });

  it('takes other words for another meaning only where the major version was raised', () => {
    const named = (version: string) => ({ ...withType('quote', (type) => ({ ...type, span: 'Other words.' })), version });
    expect(changesBetween(newsroomCore, named('1.9.0'))[0]).toMatchObject({ kind: 'reworded', level: 'patch' });
    expect(changesBetween(newsroomCore, named('2.0.0'))[0]).toMatchObject({ kind: 'redefined', level: 'major' });
    const renamed = { ...withType('quote', (type) => ({ ...type, label: 'Quotation' })), version: '2.0.0' };
    expect(changesBetween(newsroomCore, renamed)[0]).toMatchObject({ kind: 'reworded' });
  });
});

describe('versions', () => {
  it.each(['1.0', '1.0.0-rc.1', 'v1.0.0', '01.0.0', '', '1.0.0 '])('%s is none', (version) => expect(versionNumbers(version)).toBeNull());

  it('are compared by number, not by letters', () => {
    expect(compareVersions('1.10.0', '1.9.0')).toBeGreaterThan(0);
    expect(compareVersions('2.0.0', '10.0.0')).toBeLessThan(0);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });

  it.each([
    ['patch', '1.2.4'],
    ['minor', '1.3.0'],
    ['major', '2.0.0'],
  ] as const)('a step of %s', (part, next) => expect(nextVersion('1.2.3', part)).toBe(next));
});
