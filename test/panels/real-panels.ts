import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DesktopSession, SessionOptions } from '../support/desktop-session/session.ts';

export type PanelKind = 'xfce' | 'lxqt';

type Panel = {
  /** Without which it cannot be tried. */
  readonly programs: readonly string[];
  readonly windowManager: NonNullable<SessionOptions['windowManager']>;
  readonly desktop: string;
  /** Whether it shows utility windows among all others. */
  readonly listsUtilities: boolean;
  /** Files of the home, by their path in it. */
  readonly files: Readonly<Record<string, string>>;
  /** Begun in this order; the last is the panel. */
  readonly commands: readonly (readonly string[])[];
};

/** Icons beside a list of windows, and nothing that changes by itself. */
const LXQT = `[General]
panels=panel1
[panel1]
plugins=taskbar,statusnotifier
position=Bottom
panelSize=32
[statusnotifier]
type=statusnotifier
[taskbar]
type=taskbar
`;

const plugin = (id: number, name: string, more = '') =>
  `<property name="plugin-${id}" type="string" value="${name}">${more}</property>`;
const XFCE = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    ${plugin(1, 'tasklist')}
    ${plugin(2, 'separator', '<property name="expand" type="bool" value="true"/><property name="style" type="uint" value="0"/>')}
    ${plugin(3, 'systray')}
  </property>
</channel>`;

/** A program that no PATH leads to: its folder is named after the kind of machine. */
function ofMultiarch(path: string): string {
  const kind = readdirSync('/usr/lib').find((name) => name.endsWith('-linux-gnu')) ?? '';
  return join('/usr/lib', kind, path);
}

export const PANELS: Readonly<Record<PanelKind, Panel>> = {
  xfce: {
    programs: ['xfwm4', 'xfce4-panel', 'xfconf-query'],
    windowManager: 'none',
    desktop: 'XFCE',
    listsUtilities: false,
    files: { '.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml': XFCE },
    commands: [
      [ofMultiarch('xfce4/xfconf/xfconfd')],
      ['xfwm4'],
      ['xfce4-panel', '--disable-wm-check'],
    ],
  },
  lxqt: {
    programs: ['openbox', 'lxqt-panel'],
    windowManager: 'openbox',
    desktop: 'LXQt',
    listsUtilities: true,
    files: { '.config/lxqt/panel.conf': LXQT },
    commands: [['lxqt-panel']],
  },
};

export type RunningPanel = {
  /** Ends the panel alone, as a crash does, and starts it again. */
  readonly restart: () => void;
};

/** Starts it in the session; when it stands, the screen tells. */
export function startPanel(session: DesktopSession, kind: PanelKind): RunningPanel {
  const { files, commands, desktop } = PANELS[kind];
  for (const [path, text] of Object.entries(files)) {
    const file = join(session.home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const env = { ...session.env, XDG_CURRENT_DESKTOP: desktop };
  const begin = ([program = '', ...args]: readonly string[]): ChildProcess => {
    const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
    child.on('error', () => undefined); // seen by the icon that does not come
    child.unref();
    return child;
  };
  let panel = commands.map(begin).at(-1);
  return {
    restart() {
      panel?.kill('SIGKILL');
      panel = begin(commands.at(-1) ?? []);
    },
  };
}
