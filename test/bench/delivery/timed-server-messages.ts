/** Between the flush and the server in a process of its own. */

export type Settings = {
  readonly file: string;
  readonly key: string;
  readonly organizationId: number;
  readonly workspaceId: number;
};

export type Order = 'report' | 'end';

export type Report =
  | { readonly kind: 'ready'; readonly baseUrl: string }
  | {
      readonly kind: 'work';
      /** Milliseconds within the server's own handling of requests. */
      readonly workedMs: number;
      readonly requests: number;
      readonly entries: number;
    };
