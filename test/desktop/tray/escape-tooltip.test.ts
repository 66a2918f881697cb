import { expect, it } from 'vitest';
import { tooltipText } from '../../../src-main/desktop/tray/escape-tooltip.ts';

it.each([
  ['win32', '10.0.19045', 'R&&&D, 5 min\nToday 1 h 0 min'],
  ['win32', '6.3.9600', 'R&&&D, 5 min\nToday 1 h 0 min'],
  ['win32', '10.0.22631', 'R&D, 5 min\nToday 1 h 0 min'],
  ['darwin', '23.1.0', 'R&D, 5 min\nToday 1 h 0 min'],
  ['linux', '6.18.0-generic', 'R&D, 5 min\nToday 1 h 0 min'],
] as const)('shows an ampersand on %s %s', (platform, release, written) => {
  expect(tooltipText('R&D, 5 min\nToday 1 h 0 min', platform, release)).toBe(written);
});

it('keeps the times in sight of a name of nothing but ampersands', () => {
  const text = `${'&'.repeat(50)}, 5 min\nToday 1 h 0 min`;
  expect(tooltipText(text, 'win32', '10.0.19045')).toBe(text);
});
