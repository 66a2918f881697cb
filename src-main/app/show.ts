import type { Instant, Result, ShowCommand } from '#contract';
import { weekOf } from '../domain/day/week.ts';
import type { Connection } from './connection.ts';
import type { Clock, Day, Store } from './ports.ts';
import { accountSettings } from './account-settings.ts';
import { DONE, refuse } from './results.ts';
import { FIRST_PAGE, type Shown, type ViewState } from './view-state.ts';
import { findTask } from './work.ts';

type Ports = { readonly store: Store; readonly clock: Clock; readonly view: ViewState };

/** Turns to another day, week, range or task. Costs no request. */
export function createShow(
  ports: Ports,
): (connection: Connection, command: ShowCommand) => Result<undefined> {
  return ({ id }, command) => {
    if (command.type === 'show/task' && findTask(ports.store, id, command.taskId) === undefined) {
      return refuse({ kind: 'unknown-task' });
    }
    const shown = shownBy(ports, id, command);
    if ('range' in shown && shown.range.startAt >= shown.range.endAt) {
      return refuse({ kind: 'no-length' });
    }
    ports.view.set(id, { shown, cursor: FIRST_PAGE });
    return DONE;
  };
}

function shownBy({ store, clock }: Ports, account: Connection['id'], command: ShowCommand): Shown {
  switch (command.type) {
    case 'show/today':
      return { kind: 'today' };
    case 'show/day': {
      const range = clock.dayOf(command.at as Instant);
      const isToday = range.startAt === clock.dayOf(clock.now()).startAt;
      return isToday ? { kind: 'today' } : { kind: 'day', range };
    }
    case 'show/week': {
      const { weekStartsOn } = accountSettings(store, account);
      const days = weekOf(
        (at) => clock.dayOf(at),
        (at) => clock.weekdayOf(at),
        command.at as Instant,
        weekStartsOn,
      );
      return { kind: 'week', days, range: spanOf(days) };
    }
    case 'show/range': {
      const { fromAt, toAt } = command;
      return { kind: 'range', range: { startAt: fromAt as Instant, endAt: toAt as Instant } };
    }
    case 'show/task':
      return { kind: 'task', taskId: command.taskId };
  }
}

function spanOf(days: readonly Day[]): Day {
  return {
    startAt: Math.min(...days.map(({ startAt }) => startAt)) as Instant,
    endAt: Math.max(...days.map(({ endAt }) => endAt)) as Instant,
  };
}
