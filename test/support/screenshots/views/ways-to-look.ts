import type { Page } from 'playwright';
import type { FaultServerOptions } from '../../server/fault-server.ts';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** How a person sees all views, each a sheet. */
export type WayToLook = {
  readonly name: string;
  /** Device pixels to a CSS pixel. */
  readonly scale?: number;
  readonly media?: Media;
  /** What Ctrl and plus lead to, press by press. */
  readonly larger?: readonly number[];
  readonly screen?: readonly [width: number, height: number];
  readonly hours?: '12h';
  /** What work is called. */
  readonly names?: readonly [task: string, description: string];
};

export const waysToLook: readonly WayToLook[] = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'light-2x', scale: 2, media: { colorScheme: 'light' } },
  { name: 'dark-2x', scale: 2, media: { colorScheme: 'dark' } },
  { name: 'forced-colours', media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'text-200', larger: [110, 125, 150, 175, 200], screen: [600, 700] },
  { name: '12-hours', hours: '12h' },
  {
    name: 'german',
    names: [
      'Rechtsschutzversicherungsgesellschaftsvergleich für den Landesverband',
      'Donaudampfschifffahrtsgesellschaftskapitänsmütze, zweite Überarbeitung',
    ],
  },
  {
    name: 'arabic',
    hours: '12h',
    names: [
      'مراجعة الترجمة العربية لصفحات المساعدة ودليل الاستخدام',
      'ملاحظات الاجتماع (v2.1) مع فريق Orion في الساعة 10:30',
    ],
  },
];

/** The account that is looked at in that way. */
export function serverOf({ hours }: WayToLook, now: () => number): FaultServerOptions {
  return { now, ...(hours === undefined ? {} : { settings: { timeFormat: hours } }) };
}
