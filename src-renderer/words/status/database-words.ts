type Words = Readonly<Record<'happened' | 'data' | 'next', string>>;

/** What a database that cannot be read in part means to a person. */
export const databaseWords = {
  'records-put-aside': ({ count }: { readonly count: number }): Words => ({
    happened: `${count} ${count === 1 ? 'record' : 'records'} in the database of Stint could not be read.`,
    data: 'Everything else is as it was. What could not be read is kept in the database, apart, and is not sent.',
    next: 'Look through the list of today, and refresh to read it again from Toggl Focus.',
  }),
  'view-unread': (): Words => ({
    happened:
      'Stint could not read from its database what it was to show, and shows what it could read last.',
    data: 'Nothing was changed, and what is kept on this computer stays there.',
    next: 'Choose the day or the list again. If it still cannot be read, quit Stint and start it again: it then looks through its database and recovers what can be read.',
  }),
};
