const TURN_MS = 100;

/**
 * What Electron answers by a promise goes on at the next turn of the loop, and an app at rest has none:
 * a click in a dialog was once answered half a minute later. Keeps the loop turning until it is.
 */
export async function withTurns<T>(dialog: () => Promise<T>): Promise<T> {
  const turns = setInterval(() => undefined, TURN_MS);
  try {
    return await dialog();
  } finally {
    clearInterval(turns);
  }
}
