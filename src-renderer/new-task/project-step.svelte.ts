import type { ProjectView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import type { RowsToTake } from '../suggestions/rows-to-take.ts';

/** The value of the row that is no project. */
const NO_PROJECT = 'no-project';
const rowOf = ({ id }: ProjectView): string => `project-${id}`;

type Rows = RowsToTake['rows'] & { readonly all: readonly string[] };

/** A new task asks for its project before it is created: the list of choices shows projects meanwhile. */
export type ProjectStep = {
  /** Of the new task; undefined while none asks. */
  readonly name: string | undefined;
  readonly rows: Rows;
  /** The rows of the list, its own while it asks. */
  readonly over: (rows: Rows) => Rows;
  readonly projectAt: (value: string | undefined) => ProjectView | undefined;
  readonly ask: (name: string) => void;
  /** False where it did not ask. */
  readonly end: () => boolean;
};

export function createProjectStep(search: Popup['search']): ProjectStep {
  let name = $state<string>();
  let projects = $state.raw<readonly ProjectView[]>([]);
  let wanted = $state<string>();
  const all = $derived([NO_PROJECT, ...projects.map(rowOf)]);

  async function look(): Promise<void> {
    const found = await search({ kind: 'projects' });
    if (found.ok) projects = found.value;
  }

  const rows: Rows = {
    get all() {
      return all;
    },
    get current() {
      return all.find((value) => value === wanted) ?? NO_PROJECT;
    },
    standOut: (value) => (wanted = value),
  };

  return {
    get name() {
      return name;
    },
    rows,
    over(list) {
      const shown = (): Rows => (name === undefined ? list : rows);
      return {
        get all() {
          return shown().all;
        },
        get current() {
          return shown().current;
        },
        standOut: (value) => shown().standOut(value),
      };
    },
    projectAt: (value) => projects.find((project) => rowOf(project) === value),
    ask(wantedName) {
      name = wantedName;
      wanted = undefined;
      void look();
    },
    end() {
      const isAsked = name !== undefined;
      name = undefined;
      return isAsked;
    },
  };
}
