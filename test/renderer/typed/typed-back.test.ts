import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryView, Instant, Seconds } from '#contract';
import { editCommand } from '../../../src-renderer/entry/edit/edit-changes.ts';
import {
  readSpan,
  type SpanField,
  untyped,
} from '../../../src-renderer/entry/edit/read-start-end-length.ts';
import { middleOf, readSplit } from '../../../src-renderer/entry/edit/read-split-or-shift.ts';
import { formatDuration, parseDuration } from '../../../src-renderer/typed/typed-duration.ts';
import { typedStart } from '../../../src-renderer/timer/typed-start.ts';
import { formatStart, parseTime, startTime } from '../../../src-renderer/typed/typed-time.ts';
import { endTime, formatEnd } from '../../../src-renderer/typed/typed-end-over-midnight.ts';
import { entry } from '../support/snapshots.ts';

// Whatever is shown, typed back unchanged, changes nothing: in the zone in which this runs.

const second = (iso: string) => Date.parse(`${iso}Z`) / 1000;

/** Any second of the year, half of them in the nights in which a clock of one of the zones is moved. */
const seconds = fc.oneof(
  fc.integer({ min: second('2026-01-01T00:00'), max: second('2027-01-01T00:00') }),
  ...['2026-10-24T22:00', '2026-11-01T01:00', '2026-04-04T13:00', '2026-10-03T14:00'].map((iso) =>
    fc.integer({ min: second(iso), max: second(iso) + 6 * 3600 }),
  ),
);
const instants = seconds.map((at) => (at * 1000) as Instant);
const lengths = fc.oneof(
  fc.integer({ min: 1, max: 4 * 3600 }),
  fc.integer({ min: 1, max: 3 * 86_400 }),
);
const hours = fc.constantFrom('12h' as const, '24h' as const);
const days = fc.integer({ min: -1, max: 2 });
const fields = fc.subarray<SpanField>(['start', 'end', 'duration'], { minLength: 1 });
const spans = fc.record({ startAt: instants, length: lengths, hours, days });
const runs = { numRuns: 300 };

test('Every start and end means the same instant without knowing what stands there', () => {
  fc.assert(
    fc.property(spans, instants, ({ startAt, length, hours, days }, nearAt) => {
      const endAt = (startAt + length * 1000) as Instant;
      const dayAt = (startAt + days * 86_400_000) as Instant;
      const scene = { dayAt, hours, nearAt, latestAt: nearAt };
      expect(startTime(parseTime(formatStart(dayAt, startAt, hours))!, scene).at).toBe(startAt);
      const end = formatEnd(dayAt, { startAt, endAt }, hours);
      expect(endTime(parseTime(end)!, { ...scene, startAt, nearAt: startAt }).at).toBe(endAt);
    }),
    runs,
  );
});

test('An entry whose fields are typed over with what they show is not changed', () => {
  const words = fc.constantFrom(undefined, 'Call', ' blank before', 'blank behind ');
  fc.assert(
    fc.property(spans, fields, words, ({ startAt, length, hours, days }, typed, description) => {
      const base = { startAt, endAt: (startAt + length * 1000) as Instant };
      const scene = {
        dayAt: (startAt + days * 86_400_000) as Instant,
        hours,
        nowAt: base.endAt,
      };
      const shown = readSpan(untyped, base, scene).texts;
      const again = Object.fromEntries(typed.map((field) => [field, shown[field]]));
      const { span, problem, peculiar } = readSpan({ ...untyped, ...again }, base, scene);
      expect({ span, problem, peculiar }).toEqual({
        span: base,
        problem: undefined,
        peculiar: [],
      });
      const values: EntryView = entry(
        { state: 'delivered' },
        { description, startAt, seconds: length as Seconds },
      );
      const edited = {
        choice: { kind: 'unset' } as const,
        description: description ?? '',
        span: span!,
        type: values.type,
      };
      expect(editCommand('entry', values, edited)).toBeUndefined();
    }),
    runs,
  );
});

test('A running timer whose start is typed over with what it shows keeps it', () => {
  fc.assert(
    fc.property(spans, ({ startAt, length, hours }) => {
      const nowAt = (startAt + length * 1000) as Instant;
      const text = formatStart(nowAt, startAt, hours);
      expect(typedStart(text, { nowAt, hours, startAt })).toEqual({ at: startAt });
    }),
    runs,
  );
});

test('The middle at which a split begins lies inside the entry', () => {
  fc.assert(
    fc.property(spans, ({ startAt, length, hours, days }) => {
      fc.pre(length > 1);
      const whole = entry({ state: 'delivered' }, { startAt, seconds: length as Seconds });
      const scene = { dayAt: (startAt + days * 86_400_000) as Instant, hours };
      const asked = readSplit(whole, middleOf(whole, scene), scene);
      expect(asked).toMatchObject({ command: { type: 'entry/split' } });
    }),
    runs,
  );
});

test('What is shown means the same in the figures of another script, and with other blanks', () => {
  const zeros = fc.constantFrom(0x0660, 0x0966, 0xff10, 0x1d7ce);
  const blanks = fc.constantFrom('', '\u00A0', '\u202F', '  ');
  fc.assert(
    fc.property(spans, zeros, blanks, ({ startAt, length, hours }, zero, blank) => {
      const written = (text: string) =>
        `\u200F${text
          .replaceAll(/\d/g, (figure) => String.fromCodePoint(zero + Number(figure)))
          .replaceAll(':', `${blank}:${blank}`)}`;
      const start = formatStart(startAt, startAt, hours);
      expect(parseTime(written(start))).toEqual(parseTime(start));
      expect(parseDuration(written(formatDuration(length)))).toBe(length);
    }),
    runs,
  );
});
