/** Gives what appears the focus. As a `ref` it is one function for every render, so that a later one does not take the focus again. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
