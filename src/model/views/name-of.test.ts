import { expect, it } from 'vitest';
import type { AnnotationSet, Author } from '../records.ts';
import { nameOf, nameOfSet } from './name-of.ts';

const authors = new Map<string, Author>([
  ['me', { id: 'me', name: '' }],
  ['ana', { id: 'ana', name: 'Ana Bell' }],
  ['ben', { id: 'ben', name: '' }],
]);
const gold = { editions: [] };
const set = (author: string, more: Partial<AnnotationSet> = {}): [string, AnnotationSet] => {
  const id = `${author}${'gold' in more ? ' gold' : ''}`;
  return [id, { id, author, basis: 'independent', created: '', heads: [], ...more }];
};
const sets = new Map(['me', 'ana'].flatMap((author) => [set(author), set(author, { gold })]));

it.each([
  ['me', 'You'],
  ['ana', 'Ana Bell'],
  // Nobody but whoever works here is "You".
  ['ben', 'Somebody without a name'],
])('the author %s is called %s', (author, name) => {
  expect(nameOf({ authors }, ['me'], author)).toBe(name);
});

it.each([
  ['me', 'You'],
  ['me gold', 'Your gold set'],
  ['ana', 'Ana Bell'],
  ['ana gold', 'Gold set by Ana Bell'],
])('the set %s is called %s', (id, name) => {
  expect(nameOfSet({ authors, sets }, ['me'], id)).toBe(name);
});
