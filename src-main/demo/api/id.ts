import { z } from 'zod';

/** An id in a request; those of Toggl Focus begin at 1. */
export const id = z.int().min(1);
