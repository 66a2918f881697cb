/** Of an entry's row in a long list, in px: as `EntryRow` draws it, which in a day's list may grow. */
export const ROW_HEIGHT = 40;

/** The same in a popup that is enlarged twice, where up to three lines stand below the name. */
export const ENLARGED_ROW_HEIGHT = 66;
