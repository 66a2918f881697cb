import { expect, test } from 'vitest';
import { placeBeside } from '../../../src-renderer/suggestions/list-above-or-below.ts';

test.for([
  ['at the top', { top: 30, bottom: 62 }, { above: false, height: 330 }],
  ['where a whole list just fits below', { top: 266, bottom: 298 }, { above: false, height: 330 }],
  ['in the middle', { top: 290, bottom: 322 }, { above: false, height: 306 }],
  ['below the middle', { top: 320, bottom: 352 }, { above: true, height: 308 }],
  ['at the bottom', { top: 590, bottom: 622 }, { above: true, height: 330 }],
] as const)('The list of a field %s is in the window', ([, field, place]) => {
  expect(placeBeside(field, 640)).toEqual(place);
});
