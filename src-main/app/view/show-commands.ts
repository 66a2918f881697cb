import type { Instant, Outcome, Result, ShowCommand } from '#contract';
import { weekOf } from '../../domain/day/days-of-week.ts';
import type { SystemRegion } from '../../domain/locale/computer-region.ts';
import type { Drafts } from '../state/unsaved-drafts.ts';
import type { Connection } from '../state/connection-and-live-state.ts';
import type { Clock, Day, Store } from '../ports/ports.ts';
import { firstView } from './first-view.ts';
import { answerWith, nextThatNeedsYou } from './next-entry-that-needs-you.ts';
import { accountSettings } from '../account/stored-calendar-settings.ts';
import { DONE, refuse } from '../ports/results.ts';
import { FIRST_PAGE, type Shown, type ViewState } from '../state/view-state.ts';
import { findTask } from '../tasks/find-task.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly view: ViewState;
  readonly systemRegion: () => SystemRegion;
  readonly drafts: Pick<Drafts, 'view'>;
};

/** What names its place itself. */
type PlainShowCommand = Exclude<ShowCommand, { readonly type: 'show/needs-you' | 'show/first' }>;

/** Turns to another day, week, range or task. Costs no request. */
export function createShow(
  ports: Ports,
): (connection: Connection, command: ShowCommand) => Result<Outcome> {
  function show(id: Connection['id'], command: PlainShowCommand): Result<Outcome> {
    if (command.type === 'show/task' && findTask(ports.store, id, command.taskId) === undefined) {
      return refuse({ kind: 'unknown-task' });
    }
    const shown = shownBy(ports, id, command);
    if ('range' in shown && shown.range.startAt >= shown.range.endAt) {
      return refuse({ kind: 'no-length' });
    }
    ports.view.set(id, { shown, cursor: FIRST_PAGE });
    return DONE;
  }
  return ({ id }, command) => {
    if (command.type === 'show/first') return show(id, firstView(ports.drafts.view(id)));
    if (command.type !== 'show/needs-you') return show(id, command);
    const entry = nextThatNeedsYou(ports.store, id, command.afterId);
    if (entry !== undefined) show(id, { type: 'show/day', at: entry.startAt });
    return answerWith(entry);
  };
}

function shownBy(
  { store, clock, systemRegion }: Ports,
  account: Connection['id'],
  command: PlainShowCommand,
): Shown {
  switch (command.type) {
    case 'show/today':
      return { kind: 'today' };
    case 'show/day': {
      const range = clock.dayOf(command.at as Instant);
      const isToday = range.startAt === clock.dayOf(clock.now()).startAt;
      return isToday ? { kind: 'today' } : { kind: 'day', range };
    }
    case 'show/week': {
      const { weekStartsOn } = accountSettings(store, account, systemRegion());
      const days = weekOf(
        (at) => clock.dayOf(at),
        (at) => clock.weekdayOf(at),
        command.at as Instant,
        weekStartsOn,
      );
      return { kind: 'week', days, range: spanOf(days) };
    }
    case 'show/range': {
      const { fromAt, toAt, filter = {} } = command;
      const range = { startAt: fromAt as Instant, endAt: toAt as Instant };
      return { kind: 'range', range, filter };
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
