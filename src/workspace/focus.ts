/** The id of the one focusable element of the article, on which single keys act. */
export const cursorElementId = 'range-cursor';

/** Gives the focus to the first element a selector finds, once what was just changed is drawn; selects what stands in a field. */
export function focusSoon(selector: string): void {
  // React draws in a microtask of its own, asked for before this one.
  queueMicrotask(() => {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
}

/** Brings the first element a selector finds into view, once what was just changed is drawn. */
export function showSoon(selector: string): void {
  queueMicrotask(() => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }));
}

/** Gives the range cursor the focus, so that single keys act; where no article is open, its place. */
export function focusCursor(): void {
  const element = document.getElementById(cursorElementId) ?? document.querySelector<HTMLElement>('main');
  element?.focus({ preventScroll: true });
}
