import { z } from 'zod';
import type { Command, Search } from '#contract';
import { draftShape } from '../../app/ports/draft-shape.ts';
import { description, id } from '../../app/ports/page-input-limits.ts';
import { lookCommands } from './parse-show-read-task-commands.ts';
import { editCommands } from './parse-edit-commands.ts';
import { settingCommands } from './parse-setting-commands.ts';

const address = z.string().max(2000);
const secret = z.string().max(1000);
const searchText = z.string().max(300);

const credential = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key'), key: secret }),
  z.strictObject({ kind: z.literal('password'), email: z.string().max(320), password: secret }),
]);

const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), address }),
  z.strictObject({ kind: z.literal('ids'), organizationId: id, workspaceId: id }),
]);

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('popup/ready') }),
  z.strictObject({ type: z.literal('popup/in-sight') }),
  z.strictObject({ type: z.literal('popup/close') }),
  z.strictObject({ type: z.literal('popup/pointer'), inside: z.boolean() }),
  z.strictObject({
    type: z.literal('popup/drag-edge'),
    edge: z.enum(['upper', 'lower']),
    screenY: z.number(),
    released: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('page/failed'),
    error: z.string().regex(/^\w{1,60}$/),
    where: z.enum(['popup', 'timer', 'notices', 'view', 'footer', 'script', 'promise']),
  }),
  z.strictObject({
    type: z.literal('timer/start'),
    taskId: id.optional(),
    description: description.optional(),
    timeBlockId: id.optional(),
  }),
  z.strictObject({ type: z.literal('timer/stop') }),
  z.strictObject({ type: z.literal('account/connect'), credential, place }),
  z.strictObject({ type: z.literal('account/demo') }),
  z.strictObject({ type: z.literal('account/disconnect'), evenIfWaiting: z.boolean() }),
  z.strictObject({ type: z.literal('account/unlock') }),
  ...editCommands,
  ...lookCommands,
  z.strictObject({ type: z.literal('draft/keep'), draft: draftShape }),
  z.strictObject({ type: z.literal('export/csv') }),
  ...settingCommands,
  z.strictObject({ type: z.literal('help/news') }),
  z.strictObject({ type: z.literal('help/save-report') }),
  z.strictObject({ type: z.literal('help/open-log') }),
  z.strictObject({ type: z.literal('link/open'), link: z.enum(['api-key', 'toggl-focus']) }),
  z.strictObject({ type: z.literal('app/start-with-system'), on: z.boolean() }),
  z.strictObject({ type: z.literal('app/quit') }),
]);

const searchSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tasks'), text: searchText }),
  z.strictObject({ kind: z.literal('work'), text: searchText }),
  z.strictObject({ kind: z.literal('projects') }),
  z.strictObject({
    kind: z.literal('entries'),
    text: searchText,
    offset: z.int().nonnegative(),
    count: z.int().positive().max(500),
  }),
]);

/** `Theirs` where both types cover each other, else never: the contract and its schema cannot part. */
type Exactly<Ours, Theirs> = [Ours] extends [Theirs]
  ? [Theirs] extends [Ours]
    ? Theirs
    : never
  : never;

/** What was wrong, in words that carry nothing of what was sent. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly path: string; readonly code: string };

export function parseCommand(
  input: unknown,
): Parsed<Exactly<Command, z.infer<typeof commandSchema>>> {
  return parseWith(commandSchema, input);
}

export function parseSearch(input: unknown): Parsed<Exactly<Search, z.infer<typeof searchSchema>>> {
  return parseWith(searchSchema, input);
}

function parseWith<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const first = result.error.issues[0];
  return { ok: false, path: first?.path.join('.') ?? '', code: first?.code ?? 'unknown' };
}
