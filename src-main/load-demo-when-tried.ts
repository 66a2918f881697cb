import type { Demo } from './app/ports/ports.ts';

/** The embedded Toggl Focus is loaded only for a person who tries it. */
export function createLazyDemo(file: string): Demo {
  let demo: Promise<Demo> | undefined;
  return {
    async start() {
      demo ??= import('./demo/demo-account.ts').then(({ createDemo }) => createDemo({ file }));
      return (await demo).start();
    },
    async stop() {
      await (await demo)?.stop();
    },
  };
}
