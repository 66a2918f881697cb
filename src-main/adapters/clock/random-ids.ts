import { randomUUID } from 'node:crypto';
import type { Ids } from '../../app/ports/ports.ts';

export function createIds(): Ids {
  return { next: () => randomUUID() };
}
