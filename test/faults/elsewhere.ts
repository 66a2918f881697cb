import type { EntryRow } from '../../src-main/demo/data/entry-table.ts';
import type { EntryView } from '#contract';
import { wishAt, type Book, type Elsewhere, type Wish } from './book.ts';
import type { BrokenServer } from './server.ts';
import type { ElsewhereChange, Step } from './step.ts';

type Ports = { readonly book: Book; readonly server: BrokenServer };

/**
 * What the second computer does with an entry of the person, or beside it. Says why where it could not:
 * each entry is changed once, and only while it stands there as one row that is nobody else's.
 */
export function fromElsewhere(
  ports: Ports,
  { entry, change }: Extract<Step, { readonly do: 'elsewhere' }>,
  shown: readonly EntryView[],
): string | undefined {
  const { book, server } = ports;
  const wish = wishAt(book, entry);
  if (wish === undefined) return 'there is no entry yet';
  if (change.what === 'twin') {
    makeTwin(ports, wish, change.words);
    return;
  }
  const standing = server
    .rows()
    .filter(({ id, start_at: at }) => at === wish.startAt && !book.theirs.has(id));
  const [row, ...others] = standing;
  if (wish.elsewhere !== undefined || row === undefined || others.length > 0) {
    return 'does not stand there alone';
  }
  const view = shown.find(({ id }) => id === wish.id);
  // Deleted here, or not known to have arrived: nobody can tell by its words that it is ours.
  const unseen = view?.delivery.state !== 'delivered';
  wish.elsewhere = { serverId: row.id, unseen, ...changed(server, row, change) };
  return undefined;
}

/** The same time on the same task, in other words: its own entry, whatever it resembles. */
function makeTwin({ book, server }: Ports, wish: Wish, words: string): undefined {
  const start = new Date(wish.startAt).toISOString();
  const { seconds: duration, task: task_id } = wish;
  server.elsewhere('POST', 'time-entries/bulk', [
    { type: 'activity', start, duration, description: words, task_id },
  ]);
  const made = server.rows().find(({ description }) => description === words);
  if (made === undefined) throw new Error('the twin is not there');
  book.theirs.set(made.id, { words });
  wish.hasTwin = true;
}

function changed(
  server: BrokenServer,
  { id }: EntryRow,
  change: Exclude<ElsewhereChange, { readonly what: 'twin' }>,
): Pick<Elsewhere, 'words' | 'seconds' | 'deleted'> {
  const path = `time-entries/${id}`;
  switch (change.what) {
    case 'words':
      server.elsewhere('PATCH', path, { description: change.words });
      return { words: change.words };
    case 'seconds':
      server.elsewhere('PATCH', path, { duration: change.seconds });
      return { seconds: change.seconds };
    case 'delete':
      server.elsewhere('DELETE', path);
      return { deleted: true };
  }
}
