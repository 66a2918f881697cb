import { app, dialog, type MessageBoxOptions } from 'electron';
import type { Log } from '../../app/ports/ports.ts';
import { withTurns } from '../dialogs/keep-loop-turning.ts';
import { openFolder } from '../security/external-links.ts';
import { LABELS, questionFor, type WayOn } from './failed-start-question.ts';

export type AskPorts = {
  readonly dataFolder: string;
  readonly log: Log;
  /** Puts an empty database in the old one's place and keeps that; throws where it cannot. */
  readonly beginAnew: () => void;
};

/** Resolves when opening should be tried again; ends the app where the person chose to quit. */
export async function askWayOn(ports: AskPorts, failure: unknown): Promise<void> {
  const { dataFolder, log } = ports;
  log('error', 'start failed', { error: failure instanceof Error ? failure.name : typeof failure });
  const way = await ask(failure, dataFolder);
  log('info', 'way on chosen', { way });
  switch (way) {
    case 'try-again':
      return;
    case 'begin-anew':
      return beginAnew(ports);
    case 'open-folder':
      openFolder(dataFolder);
      return askWayOn(ports, failure);
    case 'quit':
      app.exit(1);
      // The process ends a moment later: nothing is tried meanwhile.
      return new Promise(() => undefined);
  }
}

async function beginAnew(ports: AskPorts): Promise<void> {
  try {
    ports.beginAnew();
  } catch (failure) {
    await askWayOn(ports, failure);
  }
}

/** Closed without an answer, it counts as Quit. */
async function ask(failure: unknown, folder: string): Promise<WayOn> {
  const { message, detail, ways } = questionFor(failure, folder);
  const options: MessageBoxOptions = {
    type: 'error',
    title: 'Stint',
    message,
    detail,
    buttons: ways.map((way) => LABELS[way]),
    defaultId: 0,
    cancelId: ways.indexOf('quit'),
    noLink: true,
  };
  const { response } = await withTurns(() => dialog.showMessageBox(options));
  return ways[response] ?? 'quit';
}
