import { isDeepStrictEqual } from 'node:util';
import type { TrayMenuItem } from '../tray-menu.ts';
import { variant, type Variant } from '../../bus/signature.ts';
import type { TrayAction } from '../click-action.ts';
import { text } from './answer-bus-call.ts';

export const ROOT = 0;

export type Properties = Readonly<Record<string, Variant>>;

/** Of one item; `action` is undefined for a line between items. */
export type Row = {
  readonly id: number;
  readonly action: TrayAction | undefined;
  readonly properties: Properties;
};

export type Change =
  | { readonly kind: 'layout'; readonly revision: number }
  | { readonly kind: 'properties'; readonly rows: readonly Row[] }
  | undefined;

export type Layout = {
  /** What a panel has to be told. */
  set(items: readonly TrayMenuItem[]): Change;
  revision(): number;
  rows(): readonly Row[];
  /** Of the root or a row; undefined where there is none, or no longer. */
  propertiesOf(id: number): Properties | undefined;
};

const ROOT_PROPERTIES: Properties = { 'children-display': text('submenu') };

/**
 * The rows of the menu. An id stands for what a click does and never for anything else: a click on a menu that has
 * changed meanwhile does what the person has read, or nothing. Where the items are others, or in another order, all ids
 * are new: seen on GNOME, a panel that knows an id leaves its words and its place as they were.
 */
export function createLayout(): Layout {
  let rows: readonly Row[] = [];
  let revision = 1;
  let lastId = ROOT;

  function next(items: readonly TrayMenuItem[]): readonly Row[] {
    const actions = items.map((item) => (item.kind === 'action' ? item.action : undefined));
    const same = isDeepStrictEqual(
      actions,
      rows.map(({ action }) => action),
    );
    return items.map((item, index) => {
      const id = (same ? rows[index]?.id : undefined) ?? (lastId += 1);
      return { id, action: actions[index], properties: propertiesOf(item) };
    });
  }

  return {
    set(items) {
      const before = rows;
      rows = next(items);
      if (!isDeepStrictEqual(before.map(idOf), rows.map(idOf))) {
        revision = (revision + 1) >>> 0;
        return { kind: 'layout', revision };
      }
      const changed = rows.filter(
        (row, index) => !isDeepStrictEqual(row.properties, before[index]?.properties),
      );
      return changed.length === 0 ? undefined : { kind: 'properties', rows: changed };
    },
    revision: () => revision,
    rows: () => rows,
    propertiesOf: (id) =>
      id === ROOT ? ROOT_PROPERTIES : rows.find((row) => row.id === id)?.properties,
  };
}

const idOf = ({ id }: Row) => id;

function propertiesOf(item: TrayMenuItem): Properties {
  return item.kind === 'separator'
    ? { type: text('separator') }
    : {
        label: text(labelOf(item.label)),
        enabled: variant('b', true),
        visible: variant('b', true),
      };
}

/** The model doubles the mark of a mnemonic as Electron has it, `&`; here it is `_`. */
function labelOf(label: string): string {
  return label.replaceAll('&&', '&').replaceAll('_', '__');
}
