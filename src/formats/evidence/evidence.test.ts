import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { PackageContents } from '../../model/package-contents.ts';
import { generatedSet } from '../../testing/generated-set.ts';
import { samplePackage, sampleText } from '../../testing/sample-package.ts';
import { count, seed } from '../../testing/test-length.ts';
import { markup } from './markup.ts';
import { style, styleHash } from './style.ts';
import { writeEvidence } from './write.ts';

const sheets = (contents: PackageContents): string[] =>
  writeEvidence(contents, { application: 'Attest' }).files.map(({ bytes }) => new TextDecoder().decode(bytes));

const { json: sample } = samplePackage();
const [sheet = ''] = sheets(sample);
const { window } = new JSDOM(sheet);

describe('the sheet of an article', () => {
  const cells = [...window.document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
  );

  it('has the whole text, a number before each tag, and these numbers in the table', () => {
    const text = window.document.querySelector('.text');
    const numbers = [...(text?.querySelectorAll('sup') ?? [])].map((sup) => Number(sup.textContent));
    expect(numbers).toEqual(sample.annotations.map((_: unknown, index: number) => index + 1));
    for (const sup of text?.querySelectorAll('sup') ?? []) sup.remove();
    expect([...(text?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent).join('')).toBe(sampleText);
  });

  it('says who is behind a statement, what is open, and where it comes from', () => {
    expect(cells.map(([, type, , source]) => [type, source])).toContainEqual(['Quote', 'Kim']);
    expect(window.document.body.textContent).toContain('Mode “Direct” is only proposed.');
    expect(window.document.body.textContent).toContain(sample.texts[0].id);
    expect(window.document.body.textContent).toContain('newsroom-core@1.0.0');
  });

  it('tells types apart without colour, and numbers its pages', () => {
    expect(style).not.toMatch(/#(?!fff|000)[0-9a-f]{3,6}\b/u);
    expect([...style.matchAll(/^mark(?:\.\w+)? \{.*?(solid|dashed|dotted|wavy)/gmu)].map(([, line]) => line)).toEqual([
      'solid',
      'dashed',
      'dotted',
      'wavy',
    ]);
    expect(style).toContain('counter(page)');
  });

  it('allows its own style and nothing else', () => {
    expect(styleHash).toBe(createHash('sha256').update(style).digest('base64'));
    const policy = window.document.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`);
    expect(window.document.querySelector('style')?.textContent).toBe(style);
  });
});

const attacks = [
  '<script>polluted = 1</script>',
  '"><img src=x onerror="polluted = 1">',
  "' onload='polluted = 1",
  '</title></style></bdi><svg/onload=polluted=1>',
  '<!--',
  ']]><iframe srcdoc="<script>parent.polluted=1</script>">',
  '&lt;script&gt;polluted=1&lt;/script&gt;',
  'javascript:polluted=1',
  '<base href="https://example.org/"><link rel=stylesheet href=//example.org/a.css>',
  '<meta http-equiv=refresh content="0;url=//example.org">',
  '\u202e<style>@import url(//example.org)</style>\0\x1b',
];

/** The contents with an attack put before every word that a file is free to choose; ids and names of types stay. */
function attacked(contents: PackageContents, attack: string): PackageContents {
  const free = new Set(['title', 'byline', 'publisher', 'url', 'name', 'note', 'affiliation', 'kind', 'wording', 'language', 'encoding']);
  const change = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return free.has(key) ? attack + value : value;
    if (Array.isArray(value)) return value.map((item) => change(item, key === 'aliases' || key === 'identifiers' ? 'name' : key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member, name)]));
  };
  const { codebooks, ...rest } = contents;
  return { ...(change(rest) as PackageContents), ...(codebooks && { codebooks }) };
}

const elements = new Set('html head meta title style body h1 h2 p div dl dt dd table thead tbody tr th td bdi mark sup ul li'.split(' '));
const attributes = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'dir', 'class', 'scope']);

/** What a page does or holds that no sheet of ours does. */
function strange(page: string): string[] {
  const { window: opened } = new JSDOM(page, { runScripts: 'dangerously', virtualConsole: new VirtualConsole() });
  const found: string[] = Reflect.get(opened, 'polluted') === undefined ? [] : ['ran'];
  for (const element of opened.document.querySelectorAll('*')) {
    if (!elements.has(element.localName)) found.push(element.localName);
    for (const { name } of element.attributes) if (!attributes.has(name)) found.push(`${element.localName} ${name}`);
  }
  if (opened.document.querySelectorAll('meta').length !== 3) found.push('meta');
  opened.close();
  return found;
}

describe('whatever a file says', () => {
  it('nothing of it becomes markup, and nothing runs', () => {
    const [generated] = fc
      .sample(generatedSet, { seed, numRuns: 30 })
      .filter(({ annotations = [], entities = [] }) => annotations.length > 4 && entities.length > 1);
    for (const attack of attacks) for (const page of sheets(attacked(sample, attack))) expect(strange(page)).toEqual([]);
    expect(generated).toBeDefined();
    // A project with a register has sheets of sources too.
    for (const page of sheets(attacked(generated ?? {}, attacks[1] ?? ''))) expect(strange(page)).toEqual([]);
  });

  it('sheets of generated projects hold no control character as such', () => {
    fc.assert(
      fc.property(generatedSet, (contents) => {
        for (const page of sheets(contents))
          expect(page.match(/<script|<img|\p{Cc}/gu)?.filter((found) => !'\n\t'.includes(found)) ?? []).toEqual([]);
      }),
      { seed, numRuns: count(20, 300) },
    );
  });

  it('an attack in the text itself is shown as text', () => {
    const shown = attacks.map((attack) => markup`<p>${attack}</p>`.source);
    for (const page of shown) expect(strange(`<!doctype html><meta charset=utf-8><meta name=a><meta name=b>${page}`)).toEqual([]);
  });

  it('control: without escaping it would run', () => {
    const raw = attacks.map((attack) => `<!doctype html><meta charset=utf-8><meta name=a><meta name=b><p>${attack}</p>`);
    expect(raw.filter((page) => strange(page).length > 0).length).toBeGreaterThan(5);
    expect(strange(raw[0] ?? '')).toContain('ran');
  });
});
