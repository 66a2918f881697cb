import { z } from 'zod';
import { LONGEST_EDIT_SECONDS, MAX_TAGS } from '../../domain/limits.ts';

// Far above what a person types, far below what could hurt.
export const description = z.string().max(3000);
export const id = z.int().positive();
/** As many as are read of an entry. */
export const tagIds = z.array(id).max(MAX_TAGS).readonly();
export const seconds = z.int().positive().max(LONGEST_EDIT_SECONDS);
export const shiftSeconds = z.int().min(-LONGEST_EDIT_SECONDS).max(LONGEST_EDIT_SECONDS);
// 9999-12-31T00:00:00Z: what begins on the last day that RFC 3339 can write would end behind it.
export const instant = z.int().nonnegative().max(253_402_214_400_000);
export const entryId = z.string().min(1).max(64);
// One request changes at most a thousand (facts of the API, section 8).
export const entryIds = z.array(entryId).min(1).max(1000).readonly();
export const range = { fromAt: instant, toAt: instant };
