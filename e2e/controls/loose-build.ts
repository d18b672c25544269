export * from '../../src/storage/offline/registration.ts';

/** The broken variant the swap test must catch: the page does not say which build it belongs to. */
export const holdBuild = (): void => undefined;
