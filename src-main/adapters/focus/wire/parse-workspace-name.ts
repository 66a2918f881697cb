import { z } from 'zod';
import { id, name } from './absent-odd-and-long-fields.ts';

const users = z.array(
  z.looseObject({ workspaces: z.array(z.looseObject({ id, name })).optional().catch(undefined) }),
);

/** Undefined where nobody of the list is in the workspace. */
export function workspaceNameAmongUsers(workspaceId: number): z.ZodType<string | undefined> {
  return users.transform(
    (listed) =>
      listed
        .flatMap(({ workspaces }) => workspaces ?? [])
        .find((workspace) => workspace.id === workspaceId)?.name,
  );
}
