/** The members that are neither undefined nor null. */
export function present<R extends object>(members: { readonly [M in keyof R]?: R[M] | null | undefined }): Partial<R> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null)) as Partial<R>;
}
