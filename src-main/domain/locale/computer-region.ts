import type { Snapshot } from '#contract';
import type { SystemLocales } from './locales-from-environment.ts';

/** How dates are written where the person is, before the account is asked. */
export type SystemRegion = {
  readonly locales: SystemLocales;
  readonly order: DateOrder;
  readonly weekStartsOn: number;
  readonly hours: Snapshot['settings']['hours'];
};

export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** Stint's words are English, and so are its months; where they are not those of a region, of which order. */
export const WORDS: Readonly<Record<DateOrder, string>> = {
  'day-first': 'en-GB',
  'month-first': 'en-US',
  'year-first': 'en-SE',
};
/** The figures of the words: in a sentence of ours those of another script would stand alone. */
export const latin = (locale: string): string =>
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

export function orderOf(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(latin(locale), { dateStyle: 'short' }).formatToParts(0);
  const first = parts.find(({ type }) => type === 'day' || type === 'month' || type === 'year');
  if (first?.type === 'year') return 'year-first';
  return first?.type === 'month' ? 'month-first' : 'day-first';
}

/** 0 is Sunday. */
export function firstWeekday(locale: string): number {
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
