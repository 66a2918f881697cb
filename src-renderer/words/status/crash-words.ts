/** What stands where something of the popup could not be drawn. */
export const failedWords = {
  happened: 'Stint could not draw what belongs here.',
  data: 'Nothing is lost: what you tracked is kept on this computer, and sent as before.',
  next: 'Draw it anew. Where that does not help, quit Stint from its icon and start it again.',
  notStopped: 'The timer was not stopped. It can be stopped from the menu of the icon as well.',
  drawAnew: 'Draw anew',
};
