import { release } from 'node:os';
import { app, nativeTheme, screen } from 'electron';
import type { HelpCommand, Outcome, Result } from '#contract';
import type { Log, SaveText } from '../../app/ports/ports.ts';
import { openFolder } from '../security/external-links.ts';
import { newestPart } from './newest-part-of-changelog.ts';
import { problemReport, type ReportFacts } from './problem-report.ts';

export type HelpPorts = {
  readonly saveText: SaveText;
  /** All lines that are kept, without keys and addresses. */
  readonly readLog: () => Promise<string>;
  readonly logFolder: string;
  readonly log: Log;
};

/** Carries out what helps a person with Stint itself; nothing leaves this computer. */
export async function help(
  { type }: HelpCommand,
  { saveText, readLog, logFolder, log }: HelpPorts,
): Promise<Result<Outcome>> {
  switch (type) {
    case 'help/open-log':
      openFolder(logFolder);
      return { ok: true, value: undefined };
    case 'help/news': {
      const { default: changelog } = await import('../../../CHANGELOG.md?raw');
      return { ok: true, value: { news: newestPart(changelog) } };
    }
    case 'help/save-report': {
      const file = await saveText('stint-report.txt');
      if (file === undefined) return { ok: true, value: { report: undefined } };
      try {
        file.write([problemReport(facts(), await readLog())]);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        log('error', 'report not written', { error: error instanceof Error ? error.name : '' });
        return { ok: false, error: { kind: 'file-failed', detail } };
      }
      return { ok: true, value: { report: file.file } };
    }
  }
}

function facts(): ReportFacts {
  const { env, versions, platform, arch } = process;
  const displays = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => ({ ...size, scaleFactor }));
  return {
    Stint: app.getVersion(),
    Packaged: String(app.isPackaged),
    Electron: versions.electron,
    System: `${platform} ${release()} ${arch}`,
    Desktop: env['XDG_CURRENT_DESKTOP'],
    Session: env['XDG_SESSION_TYPE'],
    Language: app.getLocale(),
    Dark: String(nativeTheme.shouldUseDarkColors),
    Screens: displays
      .map(({ width, height, scaleFactor }) => `${width}x${height} at ${scaleFactor}`)
      .join(', '),
  };
}
