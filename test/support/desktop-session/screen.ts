import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Environment } from './daemons.ts';
import { encodePng, type Picture } from './png.ts';

export type ScreenWindow = {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The screen as a person has it before them, with their keyboard and mouse. */
export type Screen = {
  readonly picture: () => Promise<Picture>;
  /** Writes the whole screen to a PNG file. */
  readonly screenshot: (file: string) => Promise<void>;
  /** The windows that are shown now. */
  windows(): Promise<readonly ScreenWindow[]>;
  /** Presses a key or chord where the focus is, in xdotool's words: `Escape`, `ctrl+a`. */
  key(chord: string): Promise<void>;
  /** Moves the mouse there. */
  move(x: number, y: number): Promise<void>;
  /** The title of the window that has the keyboard; empty where none has. */
  focused(): Promise<string>;
  /** Moves the mouse there and clicks the left button, unless told another. */
  click(x: number, y: number, button?: 1 | 2 | 3): Promise<void>;
  /** Moves the mouse there and holds the left button down, until it is let go. */
  hold(x: number, y: number): Promise<void>;
  letGo(): Promise<void>;
  /** Moves the mouse there and turns its wheel by so many notches, up where negative. */
  wheel(x: number, y: number, notches: number): Promise<void>;
};

/** The fields of an XWD file's header, each 32 bits: its documentation is X11/XWDfile.h. */
const XWD = { headerSize: 0, width: 4, height: 5, byteOrder: 7, bytesPerLine: 12, colors: 19 };
const COLOR_BYTES = 12;

/** Reads the picture that Xvfb keeps in a file: 32 bits a pixel, 0x00RRGGBB. */
export function decodeXwd(file: Buffer): Picture {
  const field = (index: number) => file.readUInt32BE(index * 4);
  const [width, height] = [field(XWD.width), field(XWD.height)];
  const start = field(XWD.headerSize) + field(XWD.colors) * COLOR_BYTES;
  const littleEndian = field(XWD.byteOrder) === 0;
  const rgba = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = start + y * field(XWD.bytesPerLine) + x * 4;
      const pixel = littleEndian ? file.readUInt32LE(at) : file.readUInt32BE(at);
      rgba.writeUInt32BE(((pixel << 8) | 0xff) >>> 0, (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}

const execute = promisify(execFile);

export function createScreen(frameBuffer: string, env: Environment): Screen {
  async function xdotool(...args: readonly string[]): Promise<string> {
    const { stdout } = await execute('xdotool', args, { env: { ...env } });
    return stdout.trim();
  }

  async function describe(id: string): Promise<ScreenWindow | undefined> {
    try {
      const [geometry, title] = await Promise.all([
        xdotool('getwindowgeometry', '--shell', id),
        xdotool('getwindowname', id),
      ]);
      const number = (name: string) =>
        Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(geometry)?.[1]);
      const size = { width: number('WIDTH'), height: number('HEIGHT') };
      return { id, title, x: number('X'), y: number('Y'), ...size };
    } catch {
      return undefined; // it closed while it was being asked about
    }
  }

  const picture = async () => decodeXwd(await readFile(frameBuffer));

  return {
    picture,
    screenshot: async (file) => writeFile(file, encodePng(await picture())),
    windows: async () => {
      // xdotool ends with 1 when it finds none.
      const found = await xdotool('search', '--onlyvisible', '--name', '.').catch(() => '');
      const described = await Promise.all(found.split('\n').filter(Boolean).map(describe));
      return described.filter((window) => window !== undefined);
    },
    key: async (chord) => {
      await xdotool('key', '--clearmodifiers', chord);
    },
    move: async (x, y) => {
      await xdotool('mousemove', `${x}`, `${y}`);
    },
    focused: () => xdotool('getwindowfocus', 'getwindowname').catch(() => ''),
    click: async (x, y, button = 1) => {
      await xdotool('mousemove', `${x}`, `${y}`, 'click', `${button}`);
    },
    hold: async (x, y) => {
      await xdotool('mousemove', `${x}`, `${y}`, 'mousedown', '1');
    },
    letGo: async () => {
      await xdotool('mouseup', '1');
    },
    wheel: async (x, y, notches) => {
      const button = notches < 0 ? '4' : '5';
      const turns = ['click', '--delay', '1', '--repeat', `${Math.abs(notches)}`, button];
      await xdotool('mousemove', `${x}`, `${y}`, ...turns);
    },
  };
}
