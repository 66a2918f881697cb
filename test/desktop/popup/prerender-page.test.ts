import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import { createFirstPicture } from '../../../src-main/desktop/popup/prerender-page.ts';
import { firstPicture } from '../../../src-renderer/first-picture.ts';
import { running, snapshot } from '../../support/core/snapshots.ts';
import { at, task } from '../../support/values.ts';

/** What a person would read in it. */
function textOf(change: Partial<Snapshot>): string {
  return firstPicture(snapshot(change))
    .replaceAll(/<!--.*?-->|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the first picture', () => {
  it('shows the day and the timer as they stand', () => {
    expect(textOf({})).toContain('0:10 tracked');
    expect(textOf({ timer: running({ startAt: at('09:00') }) })).toContain('Write report');
  });

  it('asks for an account where there is none', () => {
    expect(textOf({ account: { state: 'none' } })).toContain('Try the demo');
  });

  it('takes no name for markup', () => {
    const timer = running({ task: task(1, '</p><script>alert(1)</script>') });

    expect(firstPicture(snapshot({ timer }))).not.toMatch(/<script/i);
    expect(textOf({ timer })).toContain('&lt;/p>&lt;script>alert(1)&lt;/script>');
  });

  it('comes without style attributes, which the page has to set, and leaves what was written alone', () => {
    const words = 'a style="b" <i style="c"> style=';
    const timer = running({ task: task(1, words), description: words });
    const picture = firstPicture(snapshot({ timer }));

    expect(picture).toMatch(/<[^>]* data-style="left: [\d.]+%;/);
    expect(picture.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]* style=/);
    expect(picture).toContain('a style="b" &lt;i style="c"> style=');
  });
});

describe('drawing it in main', () => {
  function pictureOf(load: () => Promise<{ firstPicture: (of: Snapshot) => string }>) {
    const logged: unknown[] = [];
    const picture = createFirstPicture({
      load,
      snapshot: () => snapshot({ revision: 7 }),
      log: (...line) => logged.push(line),
    });
    return { picture, logged };
  }

  it('draws nothing until what draws is read, and then the snapshot of that moment', async () => {
    const { picture } = pictureOf(() =>
      Promise.resolve({ firstPicture: ({ revision }) => `revision ${revision}` }),
    );

    expect(picture.draw()).toBe('');
    await picture.prepare();
    expect(picture.draw()).toBe('revision 7');
  });

  it('leaves the drawing to the page where it cannot be read or fails, and logs that', async () => {
    const unread = pictureOf(() => Promise.reject(new RangeError('gone')));
    await unread.picture.prepare();
    const failing = pictureOf(() =>
      Promise.resolve({
        firstPicture: () => {
          throw new TypeError('no such row');
        },
      }),
    );
    await failing.picture.prepare();

    expect([unread.picture.draw(), failing.picture.draw()]).toEqual(['', '']);
    expect(unread.logged).toEqual([['error', 'first-picture-failed', { error: 'RangeError' }]]);
    expect(failing.logged).toEqual([['error', 'first-picture-failed', { error: 'TypeError' }]]);
  });
});
