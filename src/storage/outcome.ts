/** Waits for the work; gives what hands out its value or throws its error. For work begun at once of which not the first error counts. */
export async function outcomeOf<T>(work: PromiseLike<T>): Promise<() => T> {
  try {
    const value = await work;
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
