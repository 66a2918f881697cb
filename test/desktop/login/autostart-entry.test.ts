import { expect, it } from 'vitest';
import { autostartEntry, isSwitchedOn } from '../../../src-main/desktop/login/autostart-entry.ts';

const lineOf = (entry: string, key: string) =>
  entry
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1);

it('starts the program with its arguments, and is passed over where the program is gone', () => {
  const entry = autostartEntry({ program: '/opt/Stint/stint', args: ['--hidden'] });
  expect(lineOf(entry, 'Exec')).toBe('"/opt/Stint/stint" "--hidden"');
  expect(lineOf(entry, 'TryExec')).toBe('/opt/Stint/stint');
  expect(entry.startsWith('[Desktop Entry]\nType=Application\n')).toBe(true);
  expect(isSwitchedOn(entry)).toBe(true);
});

it.each([
  ['/home/eva/My Apps/Stint.AppImage', '"/home/eva/My Apps/Stint.AppImage"'],
  ['/home/100%/stint', '"/home/100%%/stint"'],
  ['/home/$HOME/`id`/stint', String.raw`"/home/\\$HOME/\\` + '`id' + String.raw`\\` + '`/stint"'],
  ['/home/"eva"/stint', String.raw`"/home/\\"eva\\"/stint"`],
  [String.raw`/home/e\va/stint`, String.raw`"/home/e\\\\va/stint"`],
  ['/home/eva\nExec=evil/stint', String.raw`"/home/eva\nExec=evil/stint"`],
])('keeps every character of the path %j', (program, exec) => {
  const entry = autostartEntry({ program, args: [] });
  expect(lineOf(entry, 'Exec')).toBe(exec);
  expect(entry.match(/^Exec=/gm)).toHaveLength(1);
});

it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'Hidden = true '])(
  'is switched off by %j, which desktops write',
  (line) => expect(isSwitchedOn(`[Desktop Entry]\nType=Application\n${line}\n`)).toBe(false),
);
