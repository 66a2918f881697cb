export type ElectronCommand = { readonly command: string; readonly args: readonly string[] };

export function resolveElectron(root: string, app?: string): Promise<ElectronCommand>;
