/** What the page tells the worker: put this behind the last line of the file, take all out of it, or let go of it. */
export interface AppendOrder {
  readonly order: number;
  readonly folder: string;
  readonly name: string;
  readonly content?: string | Uint8Array<ArrayBuffer>;
  readonly empty?: true;
  readonly close?: true;
}

export interface AppendAnswer {
  readonly order: number;
  readonly failed?: { readonly name: string; readonly message: string };
}
