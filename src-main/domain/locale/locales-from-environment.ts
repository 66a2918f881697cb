/** What the system says of how its person writes, as BCP 47: days and times, and numbers. */
export type SystemLocales = { readonly dates: string; readonly numbers: string };

/** Where the system has nothing to say, and wherever its locale is none. */
const FALLBACK = 'en-US';

/**
 * As the person chose them on Linux, where days and numbers may be written otherwise than in the language
 * of the desktop (`LC_TIME`, `LC_NUMERIC`); `told` is what the runtime has found, which asks for the
 * language alone. Source: POSIX.1-2024, base definitions, 8.2.
 */
export function systemLocales(
  told: string,
  environment: Readonly<Record<string, string | undefined>>,
): SystemLocales {
  const named = (category: string) =>
    [environment['LC_ALL'], environment[category], environment['LANG']].find(Boolean) ?? told;
  return { dates: tagOf(named('LC_TIME')), numbers: tagOf(named('LC_NUMERIC')) };
}

/** `de_DE.UTF-8@euro` and `en-US@posix` as `de-DE` and `en-US`; a `C` or `POSIX` is none. */
export function tagOf(name: string): string {
  const [plain = ''] = name.split(/[.@]/);
  if (!/^[a-z]{2,3}(?:[_-]|$)/i.test(plain)) return FALLBACK;
  try {
    return new Intl.Locale(plain.replaceAll('_', '-')).toString();
  } catch {
    return FALLBACK;
  }
}
