import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../testing/sample-package.ts';
import { writeMarkdown } from './write.ts';

const { json } = samplePackage();
const written = (contents: typeof json): string => {
  const [file] = writeMarkdown(contents).files;
  return new TextDecoder().decode(file?.bytes);
};

describe('Markdown', () => {
  it('has a heading for each article and person, an item for each tag, and what is lost', () => {
    const lines = written(json).split('\n');
    expect(lines[0]).toBe('# Headline of a sample');
    expect(lines.filter((line) => line.startsWith('- **'))).toHaveLength(json.annotations.length);
    expect(lines.find((line) => line.startsWith('- **Quote**'))).toContain('said by Kim');
    expect(lines.filter((line) => line.startsWith('## ')).at(-1)).toBe('## What these files do not carry');
  });

  it('lets no word of a file become a heading, a link or markup', () => {
    const title = '# x\n## y [a](javascript:1) <b> `c` *d* _e_ | f';
    const [first, second] = written({ ...json, articles: [{ ...json.articles[0], title }] }).split('\n');
    expect(first?.replaceAll('\\', '')).toBe(`# ${title.replace('\n', ' ')}`);
    expect(first?.slice(2)).not.toMatch(/(?<!\\)[#[\]()<>`*_|]/u);
    expect(second).toBe('');
  });
});
