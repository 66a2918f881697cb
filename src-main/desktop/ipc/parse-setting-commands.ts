import { z } from 'zod';
import {
  AWAY_MINUTES,
  GAPS_FROM_CHOICES,
  LENGTH_STYLES,
  MOST_GOAL_MINUTES,
  POPUP_HEIGHTS,
  TEXT_SIZES,
  THEMES,
} from '#contract';

const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60);

/** What a person chooses. */
export const settingCommands = [
  z.strictObject({
    type: z.literal('settings/left-click'),
    leftClick: z.enum(['popup', 'toggle']),
  }),
  z.strictObject({
    type: z.literal('settings/gaps-from'),
    minutes: z.literal(GAPS_FROM_CHOICES),
  }),
  z.strictObject({
    type: z.literal('settings/working-hours'),
    hours: z.strictObject({ from: minuteOfDay, to: minuteOfDay }).nullable(),
  }),
  z.strictObject({
    type: z.literal('settings/day-goal'),
    minutes: z.int().positive().max(MOST_GOAL_MINUTES).nullable(),
  }),
  z.strictObject({
    type: z.literal('settings/away-after'),
    minutes: z.int().min(AWAY_MINUTES.off).max(AWAY_MINUTES.most),
  }),
  z.strictObject({ type: z.literal('settings/theme'), theme: z.enum(THEMES) }),
  z.strictObject({ type: z.literal('settings/text-size'), percent: z.literal(TEXT_SIZES) }),
  z.strictObject({
    type: z.literal('settings/lengths'),
    style: z.enum(LENGTH_STYLES).nullable(),
  }),
  z.strictObject({
    type: z.literal('settings/popup-height'),
    pixels: z.int().min(POPUP_HEIGHTS.least).max(POPUP_HEIGHTS.most),
  }),
] as const;
