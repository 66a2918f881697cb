import { expect, it, onTestFinished } from 'vitest';
import { systemRegion } from '../../../src-main/domain/locale/computer-region.ts';
import { regionOf } from '../../../src-main/domain/locale/account-or-computer-region.ts';
import { systemLocales, tagOf } from '../../../src-main/domain/locale/locales-from-environment.ts';

const systemOf = (dates: string, numbers = dates) => systemRegion({ dates, numbers });
const account = (dateFormat: 'US' | 'EU' | 'ISO' | undefined) => ({
  dateFormat,
  weekStartsOn: undefined,
  timeFormat: undefined,
});

/** Which regions have an English of their own depends on the engine; how a day reads does not. */
const dayIn = (locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(0);

it.each([
  ['en-US', 'en-US', 'en-US', 0, '12h'],
  ['en-GB', 'en-GB', 'en-GB', 1, '24h'],
  ['de-DE', 'en-DE', 'de-DE', 1, '24h'],
  ['fr-FR', 'en-GB', 'fr-FR', 1, '24h'],
  ['pt-BR', 'en-GB', 'pt-BR', 0, '24h'],
  ['ja-JP', 'en-SE', 'ja-JP', 0, '24h'],
  ['hu', 'en-SE', 'hu', 1, '24h'],
  // Canada's English names the month first in words.
  ['en-CA', 'en-CA', 'en-CA', 0, '12h'],
  ['ar-EG', 'en-GB', 'ar-EG', 6, '12h'],
  ['fa-IR', 'en-SE', 'fa-IR', 6, '24h'],
  ['tlh', 'en-GB', 'en-GB', 1, '24h'],
] as const)('writes as the system does with %s', (locale, words, ...expected) => {
  const [dateField, weekStartsOn, hours] = expected;
  const found = regionOf(systemOf(locale), undefined);
  expect(found).toMatchObject({ weekStartsOn, hours });
  expect(found.region).toMatchObject({ dateField, ofAccount: false });
  expect(dayIn(found.region.words)).toBe(dayIn(words));
});

it.each([
  ['US', 'de-DE', 'en-US', 'en-US-u-fw-mon'],
  ['EU', 'de-DE', 'en-DE', 'de-DE'],
  ['EU', 'en-US', 'en-GB', 'en-GB-u-fw-sun'],
  ['ISO', 'de-DE', 'en-SE', 'sv-SE'],
  ['ISO', 'ja-JP', 'en-SE', 'ja-JP'],
] as const)('writes days as the account has them: %s on %s', (format, locale, words, dateField) => {
  const { region } = regionOf(systemOf(locale), account(format));
  expect(region.dateField).toBe(dateField);
  expect(dayIn(region.words)).toBe(dayIn(words));
});

it('takes week and clock of the account, and has the calendar begin with its weekday', () => {
  const settings = { dateFormat: undefined, weekStartsOn: 0, timeFormat: '12h' } as const;
  const { weekStartsOn, hours, region } = regionOf(systemOf('de-DE'), settings);
  expect({ weekStartsOn, hours }).toEqual({ weekStartsOn: 0, hours: '12h' });
  expect(region).toMatchObject({ dateField: 'de-DE-u-fw-sun', ofAccount: true });
  const { dateField } = region;
  expect(new Intl.DateTimeFormat(dateField, { dateStyle: 'medium' }).format(0)).toBe('01.01.1970');
});

it('writes numbers as the system does, in the figures of its own words', () => {
  const written = (locale: string) =>
    new Intl.NumberFormat(regionOf(systemOf('en-US', locale), undefined).region.numbers)
      .format(12345.5)
      .replace('’', "'");
  expect(['en-US', 'de-DE', 'de-CH', 'ar-EG', 'tlh'].map(written)).toEqual([
    '12,345.5',
    '12.345,5',
    "12'345.5",
    '12,345.5',
    '12,345.5',
  ]);
});

const engines: readonly [string, Readonly<Record<string, PropertyDescriptor>>][] = [
  ['older', { weekInfo: { get: () => ({ firstDay: 6 }) }, getWeekInfo: { value: undefined } }],
  ['newer', { weekInfo: { value: undefined }, getWeekInfo: { value: () => ({ firstDay: 6 }) } }],
];

it.each(engines)('asks the %s engines for the first weekday', (_which, properties) => {
  const prototype = Intl.Locale.prototype as object;
  const before = Object.getOwnPropertyDescriptors(prototype);
  onTestFinished(() => {
    for (const name of ['weekInfo', 'getWeekInfo'] as const) {
      Reflect.deleteProperty(prototype, name);
      const was = Reflect.get(before, name) as PropertyDescriptor | undefined;
      if (was !== undefined) Object.defineProperty(prototype, name, was);
    }
  });
  for (const [name, property] of Object.entries(properties)) {
    Object.defineProperty(prototype, name, { ...property, configurable: true });
  }
  expect(systemOf('en-US').weekStartsOn).toBe(6);
});

it.each([
  ['de_DE.UTF-8', 'de-DE'],
  ['de_DE.ISO-8859-15@euro', 'de-DE'],
  ['en-US@posix', 'en-US'],
  ['sr_RS@latin', 'sr-RS'],
  ['C', 'en-US'],
  ['C.UTF-8', 'en-US'],
  ['POSIX', 'en-US'],
  ['de__', 'en-US'],
  ['', 'en-US'],
])('reads %j as %s', (name, tag) => {
  expect(tagOf(name)).toBe(tag);
});

it('asks Linux for days and numbers by themselves', () => {
  const of = (environment: Record<string, string>) => systemLocales('fr-FR', environment);
  expect(of({})).toEqual({ dates: 'fr-FR', numbers: 'fr-FR' });
  expect(of({ LANG: 'en_US.UTF-8' })).toEqual({ dates: 'en-US', numbers: 'en-US' });
  expect(of({ LANG: 'en_US.UTF-8', LC_TIME: 'sv_SE', LC_NUMERIC: 'de_CH' })).toEqual({
    dates: 'sv-SE',
    numbers: 'de-CH',
  });
  expect(of({ LC_ALL: 'ja_JP.UTF-8', LC_TIME: 'sv_SE', LANG: 'de_DE' })).toEqual({
    dates: 'ja-JP',
    numbers: 'ja-JP',
  });
  expect(of({ LC_ALL: '', LC_TIME: '', LANG: 'de_DE' }).dates).toBe('de-DE');
});
