import { z } from 'zod';

// Trusted Types and the page's policy forbid the `new Function` that zod would otherwise probe for.
z.config({ jitless: true });

const offset = z.int().nonnegative();
const context = z.string().optional();

/** Cases of re-anchoring: a text, a selector of some of its words (UTF-16 units), and the text after edits. Other members are the asker's own. */
export const anchorCasesSchema = z.array(
  z.object({
    id: z.union([z.string(), z.number()]),
    text: z.string(),
    editedText: z.string(),
    selector: z.object({ exact: z.string().min(1), prefix: context, suffix: context, start: offset, end: offset }),
  }),
);
