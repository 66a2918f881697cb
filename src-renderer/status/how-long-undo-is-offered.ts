/** After a change, and once more after this while the pointer or the focus is on the button. */
export const UNDO_OFFERED_MS = 8000;
