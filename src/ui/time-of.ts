/** A moment as the reader writes it, to the minute. `time`: as UTC. */
export const timeOf = (time: string): string => new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
