/** As much of the X client as the bench asks. */
declare module 'x11' {
  import type { EventEmitter } from 'node:events';

  export type DamageExtension = {
    readonly ReportLevel: { readonly NonEmpty: number };
    Create(id: number, drawable: number, level: number): void;
    Subtract(id: number, repair: number, parts: number): void;
  };

  export type Client = EventEmitter & {
    AllocID(): number;
    ChangeWindowAttributes(wid: number, values: { readonly eventMask: number }): void;
    GetInputFocus(done: () => void): void;
    require(name: 'damage', done: (error: Error | null, extension: DamageExtension) => void): void;
    terminate(): void;
  };

  export function createClient(
    options: { readonly display: string },
    done: (
      error: Error | null,
      display: { readonly client: Client; readonly screen: readonly { readonly root: number }[] },
    ) => void,
  ): void;
}
