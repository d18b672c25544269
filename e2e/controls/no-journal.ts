/** The broken variant the corruption test must catch: no second copy is kept. */
export const canKeepJournal = (): Promise<boolean> => Promise.resolve(false);
