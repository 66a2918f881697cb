import type { Result } from '#contract';
import type { Log } from '../../app/ports/ports.ts';
import type { Stint } from '../../app/stint.ts';
import type { StartAtLogin } from './xdg-autostart.ts';

/** Tells the popup how it is, and returns what a person's choice does. */
export function chooseStartAtLogin(
  startAtLogin: StartAtLogin,
  { stint, log }: { readonly stint: Pick<Stint, 'system'>; readonly log: Log },
): (on: boolean) => Result<undefined> {
  function change(by: () => void): Result<undefined> {
    try {
      by();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      log('error', 'start at login not set', { error: error instanceof Error ? error.name : '' });
      return { ok: false, error: { kind: 'file-failed', detail } };
    } finally {
      stint.system({ startsWithSystem: startAtLogin.isOn() });
    }
    return { ok: true, value: undefined };
  }
  change(startAtLogin.keepUp);
  return (on) => change(() => startAtLogin.set(on));
}
