import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DEMO_ORGANIZATION_ID, DEMO_WORKSPACE_ID } from './demo-account.ts';
import { SEEDS } from './seed/seed.ts';
import { createFocusServer } from './server.ts';

/** The embedded Toggl Focus as a process of its own; prints one line of JSON once it listens, ends on SIGTERM. */
async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      file: text,
      port: text,
      key: text,
      quota: text,
      organization: text,
      workspace: text,
      seed: text,
    },
  });
  const number = z.coerce.number().int().min(0).optional();
  const flags = z
    .object({
      file: z.string().default(':memory:'),
      key: z.string().min(1),
      port: number,
      quota: number,
      organization: number,
      workspace: number,
      seed: z.enum(SEEDS).optional(),
    })
    .parse(values);
  const organizationId = flags.organization ?? DEMO_ORGANIZATION_ID;
  const workspaceId = flags.workspace ?? DEMO_WORKSPACE_ID;
  const server = createFocusServer({
    file: flags.file,
    keys: [flags.key],
    port: flags.port,
    quota: flags.quota,
    seed: flags.seed,
    organizationId,
    workspaceId,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  const { baseUrl } = await server.start();
  const end = () => void server.stop();
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.stdout.write(`${JSON.stringify({ baseUrl, organizationId, workspaceId })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo server did not start: ${String(error)}\n`);
  process.exitCode = 1;
});
