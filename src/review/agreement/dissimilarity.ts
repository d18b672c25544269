import type { Stretch } from '../../text/stretch.ts';

/** A unit of a coder, who is known by name. */
export interface AlignedUnit extends Stretch {
  readonly coder: string;
  readonly category: string;
}

/** Weights of place and category, and what it costs when a unit has no partner. */
export interface Dissimilarity {
  readonly alpha: number;
  readonly beta: number;
  readonly deltaEmpty: number;
}

/** How far apart two units are: α times the squared shift of the edges by both lengths, and β where categories differ, both times Δ∅ (Mathet, Widlöcher & Métivier 2015, "The unified and holistic method gamma", sections 4.3.1 to 4.3.3). */
export function dissimilarity(a: AlignedUnit, b: AlignedUnit, { alpha, beta, deltaEmpty }: Dissimilarity): number {
  const shift = (Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / (a.end - a.start + b.end - b.start);
  return (alpha * shift ** 2 + (a.category === b.category ? 0 : beta)) * deltaEmpty;
}
