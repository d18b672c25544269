/** As much of jsonld 9 as the tests use. */
declare module 'jsonld' {
  interface Options {
    readonly safe?: boolean;
    documentLoader(url: string): Promise<{ readonly document: unknown; readonly documentUrl: string }>;
  }
  const jsonld: { expand(document: object, options: Options): Promise<unknown> };
  export default jsonld;
}
