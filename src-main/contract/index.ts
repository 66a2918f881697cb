export type * from './units.ts';
export type * from './errors.ts';
export type * from './result.ts';
export type * from './command.ts';
export type * from './entry.ts';
export type * from './snapshot.ts';
export type * from './day.ts';
export type * from './search.ts';
export * from './channels.ts';
