import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DesktopSession } from '../support/desktop-session/session.ts';
import { launchApp } from '../support/electron/electron-app.ts';
import { syncStatus } from '../support/main-job/popup.ts';
import { connect } from '../support/electron/popup-steps.ts';
import { NOON_ZONE } from '../support/stint-run.ts';
import { until } from '../support/until.ts';
import { createBook, ofRow, type Book } from './book.ts';
import { differences } from './compare/difference.ts';
import { fromElsewhere } from './elsewhere.ts';
import { createPerson, type Person } from './person.ts';
import { createPopup, type Popup, type Running } from './popup.ts';
import { createBrokenServer, type BrokenServer } from './server.ts';
import { settle } from './settle.ts';
import { told, type History, type Step } from './step.ts';

/** The machine may be busy with other desktops: what takes longer has failed. */
const PAGE_MS = 30_000;

export type Played = {
  /** Each way in which a promise was broken; none in a good world. */
  readonly broken: readonly string[];
  readonly sessions: number;
  readonly kills: number;
  readonly requests: number;
  readonly faults: number;
  /** Twins that the app found and took away. */
  readonly twins: number;
  /** What was done, and what went over the wire, for whoever has to find out. */
  readonly account: string;
};

export type World = {
  readonly book: Book;
  readonly server: BrokenServer;
  readonly popup: Popup;
  readonly person: Person;
  readonly broken: string[];
  restart(): Promise<void>;
};

/** Plays a history with the built app on the desktop session, and compares what came of it row by row. */
export async function play(session: DesktopSession, history: History): Promise<Played> {
  const server = await createBrokenServer(history);
  const folder = join(session.home, randomUUID());
  const book = createBook();
  const broken: string[] = [];
  const done: string[] = [];
  let kills = 0;
  let twins = 0;
  let now = await launch(session, server, folder);
  const popup = createPopup(() => now);
  const person = createPerson({ book, popup, broken });
  const world: World = {
    book,
    server,
    popup,
    person,
    broken,
    async restart() {
      kills += 1;
      await now.app.kill9();
      // What a run has done can be taken back in that run.
      book.undoable = [];
      now = await launch(session, server, folder);
    },
  };
  try {
    await connect(now.page, server);
    await until(async () => {
      const { sync } = await popup.snapshot();
      return sync.readAt !== undefined && !sync.busy;
    }, 'today was read');
    for (const [at, step] of history.steps.entries()) {
      const why = await take(world, step);
      done.push(`${String(at).padStart(3)} ${told(step)}${why === undefined ? '' : ` (${why})`}`);
    }
    const end = await settle(world, history.wantsWords);
    twins = takenAway(server);
    broken.push(...differences({ ...end, book, wantsWords: history.wantsWords }));
  } catch (error) {
    broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    broken.push(`the footer says: ${await footer(now)}`);
  } finally {
    await now.app.kill9();
    await server.stop();
  }
  return {
    broken,
    kills,
    sessions: book.wishes.length,
    requests: server.requests,
    faults: server.faults,
    twins,
    account: [...done, '', ...server.wire].join('\n'),
  };
}

async function launch(
  session: DesktopSession,
  server: BrokenServer,
  folder: string,
): Promise<Running> {
  const env = { STINT_API_URL: server.account.baseUrl, TZ: NOON_ZONE };
  const app = await launchApp({ session, userDataDir: folder, env });
  const page = await app.openPopup();
  page.setDefaultTimeout(PAGE_MS);
  return { app, page };
}

/** Rows that are deleted, and stand once more as they were. */
function takenAway(server: BrokenServer): number {
  const standing = new Set(server.rows().map(ofRow));
  return server.deleted().filter((row) => standing.has(ofRow(row))).length;
}

/** What the person would read there. */
async function footer({ page }: Running): Promise<string> {
  return syncStatus(page).catch(() => 'nothing');
}

async function take(world: World, step: Step): Promise<string | undefined> {
  const { server, person, popup } = world;
  switch (step.do) {
    case 'offline':
      await server.offline();
      return undefined;
    case 'online':
      await server.online();
      return undefined;
    case 'new-key':
      server.renewKey();
      return undefined;
    case 'kill':
      await pause(step.ms);
      await world.restart();
      return undefined;
    case 'pass':
      await pause(step.ms);
      return undefined;
    case 'fault':
      server.meet(step.meets, step.fault);
      return undefined;
    case 'elsewhere':
      return fromElsewhere(world, step, (await popup.snapshot()).today.entries);
    default:
      return person.take(step);
  }
}
