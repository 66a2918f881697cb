import type { Region, Snapshot } from '#contract';
import type { FocusSettings } from '../focus-types.ts';
import type { SystemLocales } from './locales-from-environment.ts';

/** How dates are written where the person is, before the account is asked. */
export type SystemRegion = {
  readonly locales: SystemLocales;
  readonly order: DateOrder;
  readonly weekStartsOn: number;
  readonly hours: Snapshot['settings']['hours'];
};

type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** Stint's words are English, and so are its months; where they are not those of a region, of which order. */
const WORDS: Readonly<Record<DateOrder, string>> = {
  'day-first': 'en-GB',
  'month-first': 'en-US',
  'year-first': 'en-SE',
};
const FIELD: Readonly<Record<DateOrder, string>> = { ...WORDS, 'year-first': 'sv-SE' };
const OF_ACCOUNT = { US: 'month-first', EU: 'day-first', ISO: 'year-first' } as const;

const UNKNOWN = { weekStartsOn: undefined, timeFormat: undefined, dateFormat: undefined };

/** The figures of the words: in a sentence of ours those of another script would stand alone. */
const latin = (locale: string) =>
  new Intl.Locale(locale, { calendar: 'gregory', numberingSystem: 'latn' }).toString();

/** Of a locale that nobody here knows, the days of most of the world. */
function known(locale: string): string {
  return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : WORDS['day-first'];
}

export function systemRegion({ dates, numbers }: SystemLocales): SystemRegion {
  const locales = { dates: known(dates), numbers: known(numbers) };
  const { hourCycle } = new Intl.DateTimeFormat(locales.dates, {
    hour: 'numeric',
  }).resolvedOptions();
  return {
    locales,
    order: orderOf(locales.dates),
    weekStartsOn: firstWeekday(dates),
    hours: hourCycle === 'h11' || hourCycle === 'h12' ? '12h' : '24h',
  };
}

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

function orderOf(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(latin(locale), { dateStyle: 'short' }).formatToParts(0);
  const first = parts.find(({ type }) => type === 'day' || type === 'month' || type === 'year');
  if (first?.type === 'year') return 'year-first';
  return first?.type === 'month' ? 'month-first' : 'day-first';
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

/** 0 is Sunday. */
function firstWeekday(locale: string): number {
  return weekInfoOf(new Intl.Locale(locale)).firstDay % 7;
}

/** A getter in older engines, a function in newer ones. */
function weekInfoOf(locale: Intl.Locale): { readonly firstDay: number } {
  const it = locale as Intl.Locale & {
    getWeekInfo?: () => { readonly firstDay: number };
    readonly weekInfo: { readonly firstDay: number };
  };
  return it.getWeekInfo?.() ?? it.weekInfo;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A browser's calendar begins its weeks as the locale says. */
function beginningOn(weekday: number, locale: string): string {
  return firstWeekday(locale) === weekday ? locale : `${locale}-u-fw-${WEEKDAYS[weekday]}`;
}
