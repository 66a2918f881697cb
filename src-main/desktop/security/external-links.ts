import { shell } from 'electron';
import type { Link } from '#contract';

/** The only addresses that Stint ever opens in the browser; the page names one, it cannot bring one. */
const ADDRESSES: Readonly<Record<Link, `https://${string}`>> = {
  'api-key': 'https://focus.toggl.com/settings',
  'toggl-focus': 'https://focus.toggl.com',
};

export async function openLink(link: Link): Promise<void> {
  await shell.openExternal(ADDRESSES[link]);
}

/** In the system's file manager; nothing waits for it to appear. */
export function openFolder(folder: string): void {
  void shell.openPath(folder);
}
