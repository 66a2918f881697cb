/**
 * Setup of every test of the main process: a test that forgets to point Stint at a local server
 * fails here instead of reaching someone's account.
 */
const realFetch = globalThis.fetch;

function hostOf(input: RequestInfo | URL): string {
  const address = input instanceof Request ? input.url : input;
  return new URL(address).hostname;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

globalThis.fetch = async (input, init) => {
  const host = hostOf(input);
  if (!isLoopback(host)) {
    throw new Error(`A test tried to reach ${host}. Tests talk to loopback servers only.`);
  }
  return realFetch(input, init);
};
