export * from '../../src/storage/offline/registration.ts';

/** The broken variant that starting without a network must catch: no file is kept. */
export const keepOffline = (): Promise<void> => Promise.resolve();
