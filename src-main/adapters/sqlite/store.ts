import type { Store } from '../../app/ports.ts';
import { openDatabase } from './database.ts';
import { createEntryStore } from './entries.ts';
import { createMetaStore } from './meta.ts';
import { createTaskStore } from './tasks.ts';

/** The store of one installation in one SQLite file. Throws where the file cannot be opened. */
export function createStore(file: string): Store {
  const db = openDatabase(file);
  return {
    transaction: (work) => db.transaction(work),
    ...createMetaStore(db),
    ...createEntryStore(db),
    ...createTaskStore(db),
    close: () => db.close(),
  };
}
