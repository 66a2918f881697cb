import type { Session, WebPreferences } from 'electron';

/** What every window of Stint runs with: a page that is nothing but a page. */
export const HARDENED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/**
 * A field for a date is written as its `lang` says. Without it Chromium writes it in its own language, of
 * those that were packed with it: with English alone everybody got month, day and year.
 */
const DATE_FIELDS = { enableBlinkFeatures: 'LangAttributeAwareFormControlUI' };

/**
 * A hidden popup stays drawn for as long as it is kept, so that it comes back with its picture. Its page then believes
 * itself visible: main tells it what it is (ipc/electron-channels.ts).
 */
const STAYS_DRAWN = { backgroundThrottling: false };

export function webPreferences(of: {
  readonly preload: string;
  readonly session: Session;
  readonly devTools: boolean;
}): WebPreferences {
  return { ...HARDENED, ...DATE_FIELDS, ...STAYS_DRAWN, ...of };
}

/** Throws unless these are hardened: the window factory's last look before it opens a window. */
export function assertHardened(preferences: WebPreferences | undefined): void {
  for (const [name, wanted] of Object.entries(HARDENED)) {
    if (Reflect.get(preferences ?? {}, name) !== wanted) {
      throw new Error(
        `A window was about to open without ${name}: ${String(wanted)}. It was not opened.`,
      );
    }
  }
}
