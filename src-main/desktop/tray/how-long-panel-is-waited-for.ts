/** A panel that has not asked for the icon by then may have it later; the rest of the start does not wait for it. */
export const PANEL_MS = 300;
