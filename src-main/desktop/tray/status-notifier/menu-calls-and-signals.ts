import { variant, type Variant } from '../../bus/signature.ts';
import type { TrayAction } from '../click-action.ts';
import type { BusObject, Method } from './bus-object.ts';
import { MENU_PATH } from './item-properties.ts';
import { ROOT, type Change, type Layout, type Properties } from './menu-rows-and-ids.ts';
import { Refusal, text } from './answer-bus-call.ts';

export const MENU_INTERFACE = 'com.canonical.dbusmenu';

const VERSION = 3;
/** An item with its properties and what is below it. */
const NODE = '(ia{sv}av)';

const OWN: Properties = {
  Version: variant('u', VERSION),
  TextDirection: text('ltr'),
  Status: text('normal'),
  IconThemePath: variant('as', []),
};

/** The menu as a panel asks for it (com.canonical.dbusmenu, version 3). */
export function createMenu(layout: Layout, act: (action: TrayAction) => void): BusObject {
  return {
    path: MENU_PATH,
    interface: MENU_INTERFACE,
    methods: { ...readings(layout), ...happenings(layout, act) },
    signals: {
      LayoutUpdated: 'ui',
      ItemsPropertiesUpdated: 'a(ia{sv})a(ias)',
      ItemActivationRequested: 'iu',
    },
    properties: () => OWN,
  };
}

function readings(layout: Layout): Readonly<Record<string, Method>> {
  return {
    GetLayout: {
      takes: 'iias',
      gives: `u${NODE}`,
      run: ([parent, depth, names]) => [
        layout.revision(),
        nodeOf(layout, Number(parent), Number(depth), names as readonly string[]),
      ],
    },
    GetGroupProperties: {
      takes: 'aias',
      gives: 'a(ia{sv})',
      run([ids, names]) {
        const asked = ids as readonly number[];
        const all = [ROOT, ...layout.rows().map(({ id }) => id)];
        const groups = (asked.length === 0 ? all : asked).flatMap((id) => {
          const properties = layout.propertiesOf(id);
          return properties ? [[id, chosen(properties, names as readonly string[])]] : [];
        });
        return [groups];
      },
    },
    GetProperty: {
      takes: 'is',
      gives: 'v',
      run([id, name]) {
        const value = new Map(Object.entries(known(layout, Number(id)))).get(String(name));
        if (value === undefined) throw new Refusal('InvalidArgs', `no property ${String(name)}`);
        return [value];
      },
    },
  };
}

function happenings(
  layout: Layout,
  act: (action: TrayAction) => void,
): Readonly<Record<string, Method>> {
  const isUnknown = (id: number) => layout.propertiesOf(id) === undefined;

  function happened(id: number, event: string): void {
    known(layout, id);
    const action = layout.rows().find((row) => row.id === id)?.action;
    if (event === 'clicked' && action !== undefined) act(action);
  }

  return {
    Event: {
      takes: 'isvu',
      gives: '',
      run([id, event]) {
        happened(Number(id), String(event));
        return [];
      },
    },
    EventGroup: {
      takes: 'a(isvu)',
      gives: 'ai',
      run([events]) {
        const all = events as readonly (readonly [id: number, event: string])[];
        const unknown = all.map(([id]) => id).filter(isUnknown);
        if (all.length > 0 && unknown.length === all.length) {
          throw new Refusal('InvalidArgs', 'the menu has none of these items');
        }
        for (const [id, event] of all) if (!unknown.includes(id)) happened(id, event);
        return [unknown];
      },
    },
    // What the menu says is told when it changes: nothing is left to be made at the last moment.
    AboutToShow: { takes: 'i', gives: 'b', run: () => [false] },
    AboutToShowGroup: {
      takes: 'ai',
      gives: 'aiai',
      run: ([ids]) => [[], (ids as readonly number[]).filter(isUnknown)],
    },
  };
}

function known(layout: Layout, id: number): Properties {
  const properties = layout.propertiesOf(id);
  if (properties === undefined) throw new Refusal('InvalidArgs', `the menu has no item ${id}`);
  return properties;
}

function nodeOf(layout: Layout, id: number, depth: number, names: readonly string[]): unknown {
  const properties = known(layout, id);
  const below = id === ROOT && depth !== 0 ? layout.rows() : [];
  const children = below.map((row) => variant(NODE, nodeOf(layout, row.id, 0, names)));
  return [id, chosen(properties, names), children];
}

/** No names mean all. */
function chosen(
  properties: Properties,
  names: readonly string[],
): readonly (readonly [string, Variant])[] {
  const all = Object.entries(properties);
  return names.length === 0 ? all : all.filter(([name]) => names.includes(name));
}

/** The signal that tells of a change. */
export function signalOf(change: NonNullable<Change>): {
  readonly member: string;
  readonly signature: string;
  readonly body: readonly unknown[];
} {
  if (change.kind === 'layout') {
    return { member: 'LayoutUpdated', signature: 'ui', body: [change.revision, ROOT] };
  }
  const updated = change.rows.map(({ id, properties }) => [id, Object.entries(properties)]);
  const member = 'ItemsPropertiesUpdated';
  return { member, signature: 'a(ia{sv})a(ias)', body: [updated, []] };
}
