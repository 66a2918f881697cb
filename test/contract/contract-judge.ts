import { expect } from 'vitest';
import { createFaultServer, type FaultServerOptions } from '../support/server/fault-server.ts';
import { startPrismProxy, violationsOf } from '../support/server/prism-proxy.ts';

export type Exchange = {
  readonly method: string;
  /** Without `/api`. */
  readonly path: string;
  readonly body?: unknown;
  readonly expected: number;
};

export type ContractJudge = {
  /** `/organizations/N/workspaces/N`. */
  readonly workspace: string;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** One request and its answer: the status must be the one expected and Prism must object to nothing. Returns the answer's JSON. */
  exchange(exchange: Exchange): Promise<unknown>;
  stop(): Promise<void>;
};

/** The demo server behind Prism. */
export async function openContractJudge(options?: FaultServerOptions): Promise<ContractJudge> {
  const server = await createFaultServer(options);
  const { baseUrl, organizationId, workspaceId, credential } = server.account;
  const prism = await startPrismProxy(baseUrl);

  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    const authorization = `Bearer ${credential.key}`;
    return fetch(
      prism.baseUrl + path,
      body === undefined
        ? { method, headers: { authorization } }
        : {
            method,
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
    );
  }

  return {
    workspace: `/organizations/${organizationId}/workspaces/${workspaceId}`,
    send,
    async exchange({ method, path, body, expected }) {
      const answer = await send(method, path, body);
      const text = await answer.text();
      expect({ status: answer.status, violations: violationsOf(answer) }, text).toEqual({
        status: expected,
        violations: [],
      });
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    async stop() {
      await prism.stop();
      await server.stop();
    },
  };
}
