import type { Outgoing } from '../../bus/connection.ts';
import type { TrayIcon } from '../icon-title-and-tooltip.ts';
import type { TraySurface } from '../update-tray.ts';
import { ITEM_INTERFACE, ITEM_PATH, MENU_PATH, type ItemState } from './item-properties.ts';
import { createLayout, type Layout } from './menu-rows-and-ids.ts';
import { MENU_INTERFACE, signalOf } from './menu-calls-and-signals.ts';
import type { Pixmap } from './pixmaps.ts';

export type Shown = {
  readonly surface: TraySurface;
  readonly layout: Layout;
  readonly state: () => ItemState;
};

type Begin = { readonly icon: TrayIcon; readonly tooltip: string };

/** What the icon shows, and tells panels of when it changes; they then ask for it. */
export function createShown(
  begin: Begin,
  picture: (icon: TrayIcon) => readonly Pixmap[],
  signal: (signal: Outgoing) => void,
): Shown {
  const layout = createLayout();
  let state: ItemState = {
    status: statusOf(begin.icon),
    pixmaps: picture(begin.icon),
    tooltip: begin.tooltip,
  };
  const tell = (member: string, more: Pick<Outgoing, 'signature' | 'body'> = {}) =>
    signal({ path: ITEM_PATH, interface: ITEM_INTERFACE, member, ...more });

  return {
    layout,
    state: () => state,
    surface: {
      setIcon(icon) {
        const before = state.status;
        const status = statusOf(icon);
        state = { ...state, pixmaps: picture(icon), status };
        tell('NewIcon');
        tell('NewAttentionIcon');
        if (status !== before) tell('NewStatus', { signature: 's', body: [status] });
      },
      setTooltip(tooltip) {
        state = { ...state, tooltip };
        tell('NewToolTip');
      },
      // Text beside the icon is a property of its own, of few panels.
      setTitle: () => undefined,
      setMenu(items) {
        const change = layout.set(items);
        if (change === undefined) return;
        signal({ path: MENU_PATH, interface: MENU_INTERFACE, ...signalOf(change) });
      },
    },
  };
}

/** Panels take one that needs attention out of the icons that they hide. */
function statusOf(icon: TrayIcon): ItemState['status'] {
  return icon === 'attention' || icon === 'running-attention' ? 'NeedsAttention' : 'Active';
}
