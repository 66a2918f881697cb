/**
 * The socket of the first address that is one of the file system, or of Linux's names without files. Other
 * ways to a bus (another computer, one that is started at the first question) are for those who know more of them.
 */
export function socketOf(busAddress: string): string | undefined {
  for (const address of busAddress.split(';')) {
    const [kind, rest = ''] = address.split(/:(.*)/s);
    if (kind !== 'unix') continue;
    const given = new Map<string, string>();
    for (const pair of rest.split(',')) {
      const [key = '', value = ''] = pair.split(/=(.*)/s);
      given.set(key, value);
    }
    const [path, name] = [given.get('path'), given.get('abstract')];
    if (path !== undefined) return unescaped(path);
    if (name !== undefined) return `\0${unescaped(name)}`;
  }
  return undefined;
}

/** Of the specification: other bytes than a few are written as `%20`. */
function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
