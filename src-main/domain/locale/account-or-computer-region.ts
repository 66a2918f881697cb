import type { Region, Snapshot } from '#contract';
import type { FocusSettings } from '../focus-types.ts';
import {
  type DateOrder,
  firstWeekday,
  latin,
  orderOf,
  type SystemRegion,
  WORDS,
} from './computer-region.ts';

const FIELD: Readonly<Record<DateOrder, string>> = { ...WORDS, 'year-first': 'sv-SE' };
const OF_ACCOUNT = { US: 'month-first', EU: 'day-first', ISO: 'year-first' } as const;

const UNKNOWN = { weekStartsOn: undefined, timeFormat: undefined, dateFormat: undefined };

/** As the account has it in Toggl Focus; where that says nothing, as the system has it. */
export function regionOf(
  system: SystemRegion,
  account: Pick<FocusSettings, 'dateFormat' | 'weekStartsOn' | 'timeFormat'> | undefined,
): { readonly region: Region } & Pick<Snapshot['settings'], 'weekStartsOn' | 'hours'> {
  const { weekStartsOn, timeFormat, dateFormat } = account ?? UNKNOWN;
  const { words, dateField } = datesOf(system, dateFormat && OF_ACCOUNT[dateFormat]);
  const firstDay = weekStartsOn ?? system.weekStartsOn;
  return {
    weekStartsOn: firstDay,
    hours: timeFormat ?? system.hours,
    region: {
      words,
      dateField: beginningOn(firstDay, dateField),
      numbers: latin(system.locales.numbers),
      ofAccount: weekStartsOn !== undefined && timeFormat !== undefined,
    },
  };
}

/** The system's own way of that order, with its dots or strokes, is the nearest. */
function datesOf(
  { locales: { dates }, order }: SystemRegion,
  wanted: DateOrder = order,
): Pick<Region, 'words' | 'dateField'> {
  return wanted === order
    ? { words: englishOf(dates, order), dateField: dates }
    : { words: WORDS[wanted], dateField: FIELD[wanted] };
}

/** `en-DE` for `de-DE`, where there is one; some of a region's English is written in another order. */
function englishOf(locale: string, order: DateOrder): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  if (language === 'en') return locale;
  const english = `en-${region}`;
  const there = new Intl.DateTimeFormat(english).resolvedOptions().locale === english;
  // With its months by name, a year-first region's English may have another order than with figures.
  return there && order !== 'year-first' && orderOf(english) === order ? english : WORDS[order];
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A browser's calendar begins its weeks as the locale says. */
function beginningOn(weekday: number, locale: string): string {
  return firstWeekday(locale) === weekday ? locale : `${locale}-u-fw-${WEEKDAYS[weekday]}`;
}
