import { describe, expect, it } from 'vitest';
import { sinksIn } from './sinks.ts';
import { isForTests, sourceFiles } from './source-files.ts';

describe('places where a string becomes markup or code', () => {
  it('there are none in the program', () => {
    const program = sourceFiles().filter(({ path }) => !isForTests(path));
    expect(program.length).toBeGreaterThan(100);
    expect(sinksIn(program)).toEqual([]);
  });

  it.each([
    ['innerHTML', 'element.innerHTML = text;'],
    ['outerHTML', 'element["outerHTML"] = text;'],
    ['insertAdjacentHTML', 'element.insertAdjacentHTML("beforeend", text);'],
    ['dangerouslySetInnerHTML', 'const view = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
    ['dangerouslySetInnerHTML', 'const rest = { dangerouslySetInnerHTML: { __html: text } };'],
    ['srcDoc', 'const view = <iframe srcDoc={text} />;'],
    ['document.write', 'document.write(text);'],
    ['eval', 'eval(text);'],
    ['Function', 'new Function(text);'],
    ['DOMParser', 'new DOMParser().parseFromString(text, "text/html");'],
    ['createContextualFragment', 'range.createContextualFragment(text);'],
    ['cssText', 'element.style.cssText = text;'],
    ['javascript:', 'const view = <a href="javascript:alert(1)" />;'],
  ])('%s is found in %s', (name, source) => {
    expect(sinksIn([{ path: 'planted.tsx', source }])).toContainEqual({ path: 'planted.tsx', name });
  });
});
