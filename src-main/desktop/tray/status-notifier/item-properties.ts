import { variant } from '../../bus/signature.ts';
import type { BusObject, Method } from './bus-object.ts';
import { text } from './answer-bus-call.ts';
import type { Point } from './where-icon-was-clicked.ts';
import type { Pixmap } from './pixmaps.ts';

export const ITEM_PATH = '/StatusNotifierItem';
export const ITEM_INTERFACE = 'org.kde.StatusNotifierItem';
export const MENU_PATH = '/StatusNotifierItem/Menu';

export type ItemState = {
  readonly status: 'Active' | 'NeedsAttention';
  readonly pixmaps: readonly Pixmap[];
  readonly tooltip: string;
};

export type ItemEvents = {
  /** Where on the screen, as far as the panel knows. */
  activated(at: Point): void;
  middleClicked(at: Point): void;
  /** The panel cannot show the menu by itself, or shows it there. */
  menuAsked(at: Point): void;
  /** A panel has asked for the picture. */
  read(): void;
};

/** The icon as a panel asks for it (StatusNotifierItem specification). */
export function createItem(state: () => ItemState, events: ItemEvents): BusObject {
  return {
    path: ITEM_PATH,
    interface: ITEM_INTERFACE,
    signals: {
      NewTitle: '',
      NewIcon: '',
      NewAttentionIcon: '',
      NewOverlayIcon: '',
      NewToolTip: '',
      NewStatus: 's',
    },
    properties(asked = 'IconPixmap') {
      if (asked === 'IconPixmap') events.read();
      return propertiesOf(state());
    },
    methods: {
      Activate: atPlace((at) => events.activated(at)),
      SecondaryActivate: atPlace((at) => events.middleClicked(at)),
      // The panel shows the menu by itself; one that cannot has the left click.
      ContextMenu: atPlace((at) => events.menuAsked(at)),
      Scroll: { takes: 'is', gives: '', run: () => [] },
      ProvideXdgActivationToken: { takes: 's', gives: '', run: () => [] },
    },
  };
}

function atPlace(run: (at: Point) => void): Method {
  return {
    takes: 'ii',
    gives: '',
    run([x, y]) {
      run({ x: Number(x), y: Number(y) });
      return [];
    },
  };
}

function propertiesOf({
  status,
  pixmaps,
  tooltip,
}: ItemState): ReturnType<BusObject['properties']> {
  const [title = '', ...below] = tooltip.split('\n');
  const pictures = variant('a(iiay)', pixmaps);
  const none = variant('a(iiay)', []);
  const attention = status === 'NeedsAttention' ? pictures : none;
  return {
    Category: text('ApplicationStatus'),
    Id: text('stint'),
    Title: text('Stint'),
    Status: text(status),
    WindowId: variant('i', 0),
    IconThemePath: text(''),
    IconName: text(''),
    IconPixmap: pictures,
    OverlayIconName: text(''),
    OverlayIconPixmap: none,
    AttentionIconName: text(''),
    AttentionIconPixmap: attention,
    AttentionMovieName: text(''),
    ToolTip: variant('(sa(iiay)ss)', ['', [], title, below.join('\n')]),
    ItemIsMenu: variant('b', false),
    Menu: variant('o', MENU_PATH),
  };
}
