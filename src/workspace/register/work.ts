/** What the actions of the register do, loaded at the first of them. */
export { add, edit, look, merge, remove, split } from './register-work.ts';
export { lookElsewhere, tagAll } from './same-words-work.ts';
