/** As much of jsdom 29 as the tests use. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { readonly runScripts?: 'dangerously'; readonly virtualConsole?: VirtualConsole });
    readonly window: Window;
  }
  export class VirtualConsole {}
}
