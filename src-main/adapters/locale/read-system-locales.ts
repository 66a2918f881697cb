import { app } from 'electron';
import { systemLocales, type SystemLocales } from '../../domain/locale/locales-from-environment.ts';

/** Of the person at this computer; to be asked once Electron is ready. */
export function readSystemLocales(platform: NodeJS.Platform): SystemLocales {
  return systemLocales(app.getSystemLocale(), platform === 'linux' ? process.env : {});
}
