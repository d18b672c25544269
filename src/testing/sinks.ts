import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

/** A place where a string could become markup, code or style. */
export interface Sink {
  readonly path: string;
  readonly name: string;
}

const members = new Set([
  'innerHTML',
  'outerHTML',
  'srcdoc',
  'cssText',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'writeln',
]);
const attributes = new Set(['dangerouslySetInnerHTML', 'srcDoc']);
const globals = new Set(['eval', 'Function', 'DOMParser']);

/** Every sink that the files name, whatever is done with it: nothing of ours needs one. */
export function sinksIn(files: readonly SourceFile[]): Sink[] {
  return files.flatMap(({ path, source }) => {
    const found: Sink[] = [];
    const add = (name: string) => found.push({ path, name });
    new Visitor({
      MemberExpression: ({ object, property }) => {
        const name = 'name' in property ? property.name : 'value' in property ? property.value : null;
        if (typeof name === 'string' && members.has(name)) add(name);
        if (name === 'write' && object.type === 'Identifier' && object.name === 'document') add('document.write');
      },
      JSXAttribute: ({ name }) => {
        if (typeof name.name === 'string' && attributes.has(name.name)) add(name.name);
      },
      Property: ({ key }) => {
        if (key.type === 'Identifier' && attributes.has(key.name)) add(key.name);
      },
      NewExpression: ({ callee }) => {
        if (callee.type === 'Identifier' && globals.has(callee.name)) add(callee.name);
      },
      CallExpression: ({ callee }) => {
        if (callee.type === 'Identifier' && globals.has(callee.name)) add(callee.name);
      },
      Literal: ({ value }) => {
        if (typeof value === 'string' && /^\s*javascript:/iu.test(value)) add('javascript:');
      },
    }).visit(parseSync(path, source).program);
    return found;
  });
}
