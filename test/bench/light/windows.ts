import { EventEmitter, on } from 'node:events';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type Client, type DamageExtension } from 'x11';
import type { DesktopSession } from '../../support/desktop-session/session.ts';
import { showsContent, type Rectangle } from './content.ts';

export type Shown = { readonly mappedAt: number; readonly contentAt: number };

/** The session's windows as the display tells of them, with instants of `performance.now()`. */
export type Windows = {
  /** Follows the next window that appears until it shows something. Call it before the click. */
  nextShown(): Promise<Shown>;
  /** Resolves once the last window that appeared is gone. Call it before the click. */
  nextHidden(): Promise<void>;
  close(): void;
};

/** Smaller ones are no popup. */
const LEAST_SIZE = 50;
const PATIENCE_MS = 15_000;
const SUBSTRUCTURE_NOTIFY = 0x80000;
const BYTES_A_PIXEL = 4;
const XWD_FIELDS = { headerSize: 0, bytesPerLine: 12, colors: 19 };
const XWD_COLOR_BYTES = 12;

export async function watchWindows(session: DesktopSession): Promise<Windows> {
  const { client, root } = await connect(session.display);
  const damage = await new Promise<DamageExtension>((resolve, reject) => {
    client.require('damage', (error, extension) => (error ? reject(error) : resolve(extension)));
  });
  // A window that goes while it is asked about is no failure.
  client.on('error', () => undefined);
  client.ChangeWindowAttributes(root, { eventMask: SUBSTRUCTURE_NOTIFY });
  const id = client.AllocID();
  damage.Create(id, root, damage.ReportLevel.NonEmpty);
  const arrivals = new EventEmitter();
  const places = new Map<number, Rectangle>();
  client.on('event', (event: X11Event) => {
    if (event.name === 'DamageNotify') damage.Subtract(id, 0, 0);
    if (event.name === 'ConfigureNotify') places.set(event.wid1 ?? event.wid, event);
    arrivals.emit('event', event, performance.now());
  });
  const frameBuffer = openFrameBuffer(join(session.home, 'Xvfb_screen0'));
  let shown: number | undefined;

  /** None is lost between two looks. */
  async function* events(awaited: string): AsyncGenerator<[X11Event, number]> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      yield* on(arrivals, 'event', { signal }) as AsyncIterable<[X11Event, number]>;
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new Error(`${awaited} was waited for in vain`, { cause: error });
    }
  }

  return {
    async nextShown() {
      let mapped: { readonly at: number; readonly place: Rectangle } | undefined;
      for await (const [event, at] of events('a window that shows something')) {
        if (mapped === undefined && event.name === 'MapNotify') {
          const place = places.get(event.wid);
          if (place === undefined || place.width < LEAST_SIZE) continue;
          shown = event.wid;
          mapped = { at, place };
        }
        if (mapped === undefined) continue;
        await answered(client);
        if (showsContent(frameBuffer.read(mapped.place))) {
          return { mappedAt: mapped.at, contentAt: performance.now() };
        }
      }
      throw new Error('no more is heard of the display');
    },
    async nextHidden() {
      for await (const [event] of events('a window that goes')) {
        const gone = event.name === 'UnmapNotify' || event.name === 'DestroyNotify';
        if (gone && event.wid === shown) return;
      }
    },
    close() {
      frameBuffer.close();
      client.terminate();
    },
  };
}

type X11Event = Rectangle & {
  readonly name: string;
  readonly wid: number;
  /** The window that was placed, where `wid` is the one that tells of it. */
  readonly wid1?: number;
};

function connect(display: string): Promise<{ readonly client: Client; readonly root: number }> {
  return new Promise((resolve, reject) => {
    createClient({ display }, (error, { client, screen }) => {
      const root = screen[0]?.root;
      if (error || root === undefined) reject(new Error(`no display ${display}`, { cause: error }));
      else resolve({ client, root });
    });
  });
}

/** Damage is told of before it is drawn: once the display answers, it is. */
function answered(client: Client): Promise<void> {
  return new Promise((resolve) => {
    client.GetInputFocus(() => resolve());
  });
}

/** The picture that Xvfb keeps in a file: 32 bits a pixel. Only the wanted lines are read. */
function openFrameBuffer(file: string): { read(place: Rectangle): Uint32Array; close(): void } {
  const descriptor = openSync(file, 'r');
  const header = Buffer.alloc(100);
  readSync(descriptor, header, 0, header.length, 0);
  const field = (index: number) => header.readUInt32BE(index * 4);
  const start = field(XWD_FIELDS.headerSize) + field(XWD_FIELDS.colors) * XWD_COLOR_BYTES;
  const bytesPerLine = field(XWD_FIELDS.bytesPerLine);
  return {
    read({ x, y, width, height }) {
      const lines = Buffer.alloc(bytesPerLine * height);
      readSync(descriptor, lines, 0, lines.length, start + y * bytesPerLine);
      const all = new Uint32Array(lines.buffer, lines.byteOffset, lines.length / BYTES_A_PIXEL);
      const pixels = new Uint32Array(width * height);
      for (let line = 0; line < height; line += 1) {
        const from = (line * bytesPerLine) / BYTES_A_PIXEL + x;
        pixels.set(all.subarray(from, from + width), line * width);
      }
      return pixels;
    },
    close: () => closeSync(descriptor),
  };
}
