import type { AppError, SaidError, Snapshot, ToldSnapshot } from '#contract';
import { followZone } from '../../time/time-zone.svelte.ts';
import { banners } from './account-banner-words.ts';
import { beforeTracking, errorWords } from './error-words.ts';

/** The error as the popup hears of it: in words, by how things stand. */
export function saidError(error: AppError, { account, settings, zone }: Snapshot): SaidError {
  followZone(zone);
  const words = errorWords(error, settings.hours);
  return { ...error, words: account.state === 'none' ? beforeTracking(words) : words };
}

/** The snapshot as the popup is told it, with what the person should know in words. */
export function toldSnapshot(snapshot: Snapshot): ToldSnapshot {
  followZone(snapshot.zone);
  return { ...snapshot, banners: banners(snapshot) };
}
