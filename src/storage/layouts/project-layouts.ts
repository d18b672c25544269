import type { Layout } from './layout.ts';
import { layout1 } from './layout-1.ts';
import { layout2 } from './layout-2.ts';
import { layout3 } from './layout-3.ts';

/** Every layout a project was ever kept in, oldest first. */
export const projectLayouts: readonly Layout[] = [layout1, layout2, layout3];
