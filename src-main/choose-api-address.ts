import { app, dialog, type MessageBoxOptions } from 'electron';
import type { Log } from './app/ports/ports.ts';
import { withTurns } from './desktop/dialogs/keep-loop-turning.ts';
import type { Asking } from './desktop/startup/clicks-while-starting.ts';
import {
  type AddressFault,
  type ApiAddress,
  readApiAddress,
  TOGGL_FOCUS,
} from './domain/account/api-address.ts';

const faultWords: Readonly<Record<AddressFault, string>> = {
  'not-an-address': 'is not an address',
  'not-https':
    'is neither an https address nor one of this computer, so that your key would travel unencrypted',
  'user-info': 'has an “@”, before which another host can be pretended',
  'query-or-fragment': 'has a “?” or a “#”, which the address of an API does not',
};

/**
 * Where the API is. With a variable that cannot be used the person decides, and nothing is sent or opened
 * before: Toggl's own address, or to quit and put the variable right.
 */
export async function chooseApi(
  wanted: string | undefined,
  { asking, log }: { readonly asking: Asking; readonly log: Log },
): Promise<ApiAddress> {
  const read = readApiAddress(wanted);
  if (typeof read !== 'string') return read;
  log('warn', 'api address refused', { fault: read });
  const question: MessageBoxOptions = {
    type: 'error',
    title: 'Stint: STINT_API_URL cannot be used',
    message: 'STINT_API_URL cannot be used',
    detail:
      `What the environment variable STINT_API_URL says ${faultWords[read]}.\n\n` +
      'Nothing was sent, and your data was not touched. Stint can start with Toggl Focus, as if the ' +
      'variable was not set, or quit, so that you can set it anew and start again.',
    buttons: ['Start with Toggl Focus', 'Quit'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await asking(() => withTurns(() => dialog.showMessageBox(question)));
  if (response === 0) return TOGGL_FOCUS;
  app.exit(1);
  return new Promise<never>(() => undefined);
}
