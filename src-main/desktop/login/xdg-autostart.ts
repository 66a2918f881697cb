import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type AutostartCommand, autostartEntry, isSwitchedOn } from './autostart-entry.ts';

/** Whether the system starts Stint at each login. What throws has changed nothing. */
export type StartAtLogin = {
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => void;
  /** Where Stint lies elsewhere than when it was switched on, the system is told. */
  readonly keepUp: () => void;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a desktop looks for what this person wants to have started. */
export function autostartFile(env: Environment, home: string): string {
  const config = env['XDG_CONFIG_HOME'];
  // A relative one is to be ignored, says the specification of base directories.
  const folder = config !== undefined && isAbsolute(config) ? config : join(home, '.config');
  return join(folder, 'autostart', 'stint.desktop');
}

/** The file is all that is kept of it: what a person does to it elsewhere holds here as well. */
export function createXdgAutostart(file: string, command: AutostartCommand): StartAtLogin {
  const entry = autostartEntry(command);

  function read(): string | undefined {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  }

  function isOn(): boolean {
    const found = read();
    return found !== undefined && isSwitchedOn(found);
  }

  function set(on: boolean): void {
    if (!on) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, entry);
    }
  }

  return {
    isOn,
    set,
    keepUp: () => {
      if (isOn() && read() !== entry) set(true);
    },
  };
}
