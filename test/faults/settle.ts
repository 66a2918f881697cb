import type { Snapshot } from '#contract';
import { press, type as typeIn } from '../support/electron/popup-steps.ts';
import { workField } from '../support/main-job/popup.ts';
import { until } from '../support/until.ts';
import type { EndState } from './compare/difference.ts';
import type { World } from './play.ts';

/** A request is given up after 30 s, and its entry is looked up ten seconds later. */
const PATIENCE_MS = 180_000;
/** What still waits for a request to meet gets so long; not all of it will. */
const LAST_FAULTS_MS = 4_000;
/** So long after a creation a list that misses it says nothing of whether it is gone. */
const GRACE_MS = 11_000;
/** The longest that a request is carried out after it was sent. */
const LATEST_MS = 120_000;

/**
 * The faults are over and all that was late is carried out: the person asks for what is there until
 * nothing waits and another Refresh changes nothing.
 */
export async function settle(
  world: World,
  wantsWords: boolean,
): Promise<Pick<EndState, 'rows' | 'shown'>> {
  const { server, person, popup } = world;
  await server.online();
  if ((await popup.snapshot()).timer.state === 'running') {
    await person.take({ do: 'stop', by: 'popup' });
  }
  await person.take({ do: 'refresh' });
  await until(() => server.waiting() === 0, 'all faults have met something', LAST_FAULTS_MS).catch(
    () => undefined,
  );
  await server.heal();
  await until(() => server.late() === 0, 'what was late is carried out', LATEST_MS);
  await until(() => server.sinceCreation() > GRACE_MS, 'nothing is created', PATIENCE_MS);
  let before = '';
  await until(
    async () => {
      await withKey(world);
      await person.refresh();
      await sendAgain(world, wantsWords);
      await answerAll(world);
      const isCalm = await until(
        async () => isAtRest(await popup.snapshot()),
        'nothing waits',
        2_000,
      ).catch(() => false);
      const now = JSON.stringify([server.rows(), (await popup.snapshot()).today.entries]);
      const isSame = now === before;
      before = now;
      return isCalm && isSame;
    },
    'nothing waits any more',
    PATIENCE_MS,
  ).catch((error: unknown) => {
    world.broken.push(String(error));
  });
  const { sync, today } = await popup.snapshot();
  if (!isAtRest(await popup.snapshot())) world.broken.push(`not at rest: ${JSON.stringify(sync)}`);
  return { rows: server.rows(), shown: today.entries };
}

/** What the app cannot tell the person can. */
async function answerAll({ person, popup, book }: World): Promise<void> {
  for (const [entry, wish] of book.wishes.entries()) {
    const view = await popup.viewOf(wish.id);
    if (view?.delivery.state !== 'in-question') continue;
    await person.take({ do: 'answer', entry });
  }
}

function isAtRest({ sync, account }: Snapshot): boolean {
  const isRefused = account.state === 'connected' && account.keyRefused;
  return (
    sync.waiting + sync.questions === 0 && !sync.busy && sync.pause === undefined && !isRefused
  );
}

/** A key that is worth nothing any more is replaced by the one that is. */
async function withKey({ popup, server }: World): Promise<void> {
  const { account } = await popup.snapshot();
  if (account.state !== 'connected' || !account.keyRefused) return;
  const page = popup.page();
  await press(page, 'Connect again');
  await typeIn(page, 'API key', server.account.credential.key);
  await press(page, 'Connect');
  await workField(page).waitFor();
}

/** What was refused without a cause that lasts is sent again, as the app offers it. */
async function sendAgain({ person, popup, book }: World, wantsWords: boolean): Promise<void> {
  for (const [place, wish] of book.wishes.entries()) {
    const view = (await popup.snapshot()).today.entries.find(({ id }) => id === wish.id);
    if (view?.delivery.state !== 'rejected' || view.delivery.status === 0) continue;
    // A creation without words, which the workspace may demand; what somebody else has deleted.
    const isWordless = wantsWords && wish.words === undefined && !view.delivery.delivered;
    if (isWordless || wish.elsewhere?.deleted === true) continue;
    const wasSent = wish.sentAgain;
    await person.take({ do: 'send-again', entry: place });
    wish.sentAgain = wasSent;
  }
}
