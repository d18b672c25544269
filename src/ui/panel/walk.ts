import type { KeyboardEvent } from 'react';

/** Moves the focus through the buttons that a list shows: down, up, to its first and its last. */
export function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('li:not([hidden]) button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, place))]?.focus();
}
