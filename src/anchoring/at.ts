/** The entry of a list of numbers; -1 where there is none. For one kind of list only: calls with several kinds would not be compiled well. */
export function at(list: Int32Array, index: number): number {
  return list[index] ?? -1;
}
