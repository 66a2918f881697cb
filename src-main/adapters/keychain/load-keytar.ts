/**
 * The part of keytar that Stint uses. `findCredentials` is left out on purpose: on Linux it brings
 * the process down when it meets a locked item.
 */
export type Keytar = {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
};

/** Loads the native module at first use; rejects where libsecret is missing. */
export async function loadKeytar(): Promise<Keytar> {
  const loaded: Keytar | { readonly default: Keytar } = await import('keytar');
  return 'default' in loaded ? loaded.default : loaded;
}
