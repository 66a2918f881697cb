import type { AlikeView, EntryView } from '#contract';
import { until } from '../support/until.ts';
import type { Wish } from './book.ts';
import type { Ports } from './popup.ts';

type Asked = { readonly wish: Wish; readonly view: EntryView };

/** Which of those that it may be the entry is: this person knows, and says so. Says why where nothing was asked. */
export async function answerQuestion(
  { book, popup }: Ports,
  { wish, view }: Asked,
): Promise<string | undefined> {
  if (view.delivery.state !== 'in-question') return 'is asked nothing';
  const { alike } = view.delivery;
  const mine = await Promise.all(alike.map((one) => isMine({ book, popup }, one, wish)));
  // What the second computer changed is what this person last saw of it.
  const changed = alike.findIndex(({ serverId }) => serverId === wish.elsewhere?.serverId);
  const place = mine[changed] === true ? changed : mine.indexOf(true);
  const row = popup.row(wish.id);
  await row.focus();
  if (place >= 0)
    await row
      .getByRole('button', { name: /^It is this one/ })
      .nth(place)
      .click();
  else await popup.page().keyboard.press('k');
  await until(
    async () => (await popup.viewOf(wish.id))?.delivery.state !== 'in-question',
    'it is answered',
  );
  // Sent as another one, it stands beside whatever became of the first.
  wish.sentAgain ||= place < 0;
  // The popup could take the answer back, and this book cannot.
  book.undoable = [];
  return undefined;
}

/** Nobody changes a start, and no two entries of this person begin in one second. */
async function isMine(
  { book, popup }: Pick<Ports, 'book' | 'popup'>,
  { serverId }: AlikeView,
  wish: Wish,
): Promise<boolean> {
  if (book.theirs.has(serverId)) return false;
  const listed = await popup.viewOf(`server:${serverId}`);
  return listed?.startAt === wish.startAt;
}
