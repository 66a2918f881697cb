import type { SettingCommand } from '#contract';
import type { Settings } from './ports/ports.ts';

type Chosen<Type> = (command: Extract<SettingCommand, { type: Type }>) => Partial<Settings>;

const CHOSEN: { readonly [Type in SettingCommand['type']]: Chosen<Type> } = {
  'settings/left-click': ({ leftClick }) => ({ leftClick }),
  'settings/gaps-from': ({ minutes }) => ({ gapsFrom: minutes }),
  'settings/working-hours': ({ hours }) => ({ workingHours: hours ?? undefined }),
  'settings/day-goal': ({ minutes }) => ({ goalMinutes: minutes ?? undefined }),
  'settings/away-after': ({ minutes }) => ({ awayMinutes: minutes }),
  'settings/theme': ({ theme }) => ({ theme }),
  'settings/text-size': ({ percent }) => ({ textSize: percent }),
  'settings/lengths': ({ style }) => ({ lengths: style ?? undefined }),
  'settings/popup-height': ({ pixels }) => ({ popupHeight: pixels }),
};

/** What the person has chosen; all else stays as it is. */
export function chosenBy(command: SettingCommand): Partial<Settings> {
  // Which of them it is, its type says.
  const chosen = CHOSEN[command.type] as Chosen<SettingCommand['type']>;
  return chosen(command);
}
