/** Id of the button in the footer that adds an entry: it has the focus where a list has no row. */
export const ADD_BUTTON = 'add-entry';
