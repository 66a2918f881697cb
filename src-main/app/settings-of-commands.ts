import type { SettingCommand } from '#contract';
import type { Settings } from './ports/ports.ts';

/** What the person has chosen; all else stays as it is. */
export function chosenBy(command: SettingCommand): Partial<Settings> {
  switch (command.type) {
    case 'settings/left-click':
      return { leftClick: command.leftClick };
    case 'settings/gaps-from':
      return { gapsFrom: command.minutes };
    case 'settings/working-hours':
      return { workingHours: command.hours ?? undefined };
    case 'settings/day-goal':
      return { goalMinutes: command.minutes ?? undefined };
    case 'settings/theme':
      return { theme: command.theme };
    case 'settings/text-size':
      return { textSize: command.percent };
    case 'settings/lengths':
      return { lengths: command.style ?? undefined };
    case 'settings/popup-height':
      return { popupHeight: command.pixels };
  }
}
