/** What the page asks a worker for: the job of this name, with what it needs. */
export interface JobOrder {
  readonly job: string;
  readonly input: unknown;
}

/** What the worker tells while it works, and once in the end. */
export type JobAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };
