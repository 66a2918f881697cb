export const dayLabels = {
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  dayBack: 'Previous day',
  dayForward: 'Next day',
  goToDate: 'Go to date',
  date: 'Date',
  week: 'Week',
  find: 'Find entries',
  timeline: 'Timeline',
  tracked: 'tracked',
  projects: 'Time by project',
  noProject: 'No project',
  empty: 'Nothing tracked on this day.',
  neverRead: 'Not read from Toggl Focus yet.',
  read: 'Read it now',
  demo: 'demo account',
  showAll: 'Show all as a list',
};

export const weekLabels = {
  thisWeek: 'This week',
  weekBack: 'Previous week',
  weekForward: 'Next week',
  days: 'Days of the week',
};

/** Of a day with more entries than it lists. */
export function notListed(count: number): string {
  return count === 1
    ? '1 earlier entry is not shown here.'
    : `${count} earlier entries are not shown here.`;
}
