/** Whatever is written with it is drawn anew when it changes. */
let zone = $state.raw<string>();
let elsewhere = $state.raw(false);

/** Days and times are written in this zone from now on. */
export function followZone(next: string): void {
  elsewhere = new Intl.DateTimeFormat().resolvedOptions().timeZone !== next;
  zone = next;
}

/** As main said it in the last snapshot; undefined before the first. */
export function zoneName(): string | undefined {
  return zone;
}

/** The zone, where that is not the page's own: a page learns of a change from Chromium, at another moment or never. */
export function foreignZone(): string | undefined {
  return elsewhere ? zone : undefined;
}
