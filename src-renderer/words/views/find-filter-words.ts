import type { EntriesFilter, StatusView } from '#contract';

export const filterLabels = {
  task: 'Entries of the task',
  anyTask: 'Any task',
  clear: 'Clear filters',
};

/** `Filters`, `Filters, 2 set`. */
export function filtersSet(count: number): string {
  return count === 0 ? 'Filters' : `Filters, ${count} set`;
}

type Field = Exclude<keyof EntriesFilter, 'taskId'>;
type Choice = {
  readonly of: Field;
  readonly label: string;
  readonly options: readonly (readonly [value: EntriesFilter[Field], words: string])[];
};

/** What a person can choose of each, the one that leaves all of them first. */
export function filterChoices(statuses: readonly StatusView[]): readonly Choice[] {
  return [
    {
      of: 'entryType',
      label: 'Type',
      options: [
        [undefined, 'Any type'],
        ['activity', 'Activities'],
        ['break', 'Breaks'],
      ],
    },
    {
      of: 'statusId',
      label: 'Status of the task',
      options: [[undefined, 'Any status'], ...statuses.map(({ id, name }) => [id, name] as const)],
    },
    {
      of: 'archived',
      label: 'Archive',
      options: [
        [undefined, 'Archived too'],
        [false, 'Not archived'],
        [true, 'Archived only'],
      ],
    },
    {
      of: 'oldestFirst',
      label: 'Order',
      options: [
        [undefined, 'Newest first'],
        [true, 'Oldest first'],
      ],
    },
  ];
}
