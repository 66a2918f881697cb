export type AutostartCommand = {
  /** Absolute path of what is run. */
  readonly program: string;
  readonly args: readonly string[];
};

/**
 * The file that makes a Linux desktop start a program at each login; where the program is gone, `TryExec` lets the desktop
 * pass it over. Source: the specifications "Desktop Application Autostart" and "Desktop Entry" of freedesktop.org.
 */
export function autostartEntry({ program, args }: AutostartCommand): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Stint',
    'Comment=Tray timer for Toggl Focus',
    `TryExec=${escaped(program)}`,
    `Exec=${escaped([program, ...args].map(quoted).join(' '))}`,
    'Icon=stint',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Desktops let a person switch an entry off without taking its file away. */
export function isSwitchedOn(entry: string): boolean {
  return !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(entry);
}

/** One argument of the key `Exec`. */
function quoted(argument: string): string {
  return `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
}

/** The value of any key. */
function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
