import type { Snapshot } from '#contract';
import type { Log } from '../../app/ports/ports.ts';

/** Of the renderer's (src-renderer/first-picture.ts): HTML of the popup's body. */
export type DrawFirstPicture = (snapshot: Snapshot) => string;

export type FirstPicturePorts = {
  readonly load: () => Promise<{ readonly firstPicture: DrawFirstPicture }>;
  readonly snapshot: () => Snapshot;
  readonly log: Log;
};

export type FirstPicture = {
  /** Reads what draws it. Never rejects. */
  prepare(): Promise<void>;
  /** Empty as long as it cannot be drawn: the page then draws itself, a little later. */
  draw(): string;
};

export function createFirstPicture({ load, snapshot, log }: FirstPicturePorts): FirstPicture {
  let drawing: DrawFirstPicture | undefined;
  const failed = (error: unknown) =>
    log('error', 'first-picture-failed', { error: error instanceof Error ? error.name : '' });

  return {
    async prepare() {
      try {
        drawing = (await load()).firstPicture;
      } catch (error) {
        failed(error);
      }
    },
    draw() {
      try {
        return drawing?.(snapshot()) ?? '';
      } catch (error) {
        failed(error);
        return '';
      }
    },
  };
}
