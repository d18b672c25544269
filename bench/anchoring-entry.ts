export { anchorAnnotations } from '../src/anchoring/anchor-annotations.ts';
export { anchorSelectors } from '../src/anchoring/anchor-selectors.ts';
export { seededRandom } from '../src/review/seeded.ts';
