import { Variant, type MessageBus } from '@jellybrick/dbus-next';
import { z } from 'zod';
import { call, valueOf, valuesOf, type Address } from './bus-client.ts';

export type MenuEntry = {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  /** Set for check boxes and radio buttons. */
  readonly checked: boolean | undefined;
  /** The labels of the submenus above it and its own. */
  readonly path: readonly string[];
};

// A node is (id, properties, children), each child wrapped in a variant.
const node = z.tuple([z.number(), z.unknown(), z.array(z.unknown())]);
const entryProperties = z.object({
  type: z.string().default('standard'),
  label: z.string().default(''),
  enabled: z.boolean().default(true),
  visible: z.boolean().default(true),
  'toggle-state': z.number().optional(),
});

/** An underscore marks the letter that opens the entry by keyboard; two stand for one. */
const withoutMnemonic = (label: string) => label.replace(/_(.)/g, '$1');

function flatten(tree: unknown, above: readonly string[]): MenuEntry[] {
  const [id, rawProperties, children] = node.parse(valueOf(tree));
  const read = entryProperties.parse(valuesOf(rawProperties));
  if (read.type === 'separator') return [];
  const label = withoutMnemonic(read.label);
  const isRoot = id === 0;
  const path = isRoot ? above : [...above, label];
  const below = children.flatMap((child) => flatten(child, path));
  if (isRoot) return below;
  const state = read['toggle-state'];
  const checked = state === undefined || state < 0 ? undefined : state === 1;
  return [{ id, label, enabled: read.enabled, visible: read.visible, checked, path }, ...below];
}

export async function readMenu(bus: MessageBus, menu: Address): Promise<readonly MenuEntry[]> {
  // Panels announce that they show the menu; Electron 33 answers with an error and shows it all the same.
  await call(bus, menu, 'AboutToShow', { signature: 'i', body: [0] }).catch(() => undefined);
  const [, layout] = await call(bus, menu, 'GetLayout', { signature: 'iias', body: [0, -1, []] });
  return flatten(layout, []);
}

export async function clickInMenu(bus: MessageBus, menu: Address, label: string): Promise<void> {
  const entries = await readMenu(bus, menu);
  const entry = entries.find((candidate) => candidate.label === label);
  if (entry?.enabled !== true) {
    const labels = entries.map((other) => `${other.label}${other.enabled ? '' : ' (disabled)'}`);
    throw new Error(`the tray menu has no "${label}" to click; it has: ${labels.join(', ')}`);
  }
  const body = [entry.id, 'clicked', new Variant('s', ''), 0];
  await call(bus, menu, 'Event', { signature: 'isvu', body });
}
