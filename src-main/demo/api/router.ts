import { ApiError, badRequest, notFound } from './api-error.ts';
import type { z } from 'zod';
import { parseAs, parseJson } from './missing-and-malformed-fields.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Reply = { readonly status: number; readonly body?: unknown };

export type Call = {
  /** Milliseconds since 1970, one instant for the whole request. */
  readonly now: number;
  /** A number out of the path, `task_id`. */
  param(name: string): number;
  /** Throws an ApiError (400) where the query is not of that shape. */
  query<T>(schema: z.ZodType<T>, structName: string): T;
  /** Throws an ApiError (400) where the body is not JSON of that shape. */
  body<T>(schema: z.ZodType<T>, structName: string): T;
};

export type Route = {
  readonly method: Method;
  /** `/organizations/{organization_id}/...`; what stands in braces is a number. */
  readonly path: string;
  readonly answer: (call: Call) => Reply;
};

export type RoutedRequest = {
  readonly method: string;
  /** Without the query and without `/api`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly now: number;
};

export type Router = { answer(request: RoutedRequest): Reply };

export const noContent: Reply = { status: 204 };

/** A route that acts and answers 204 without a body. */
export function silent(method: Method, path: string, act: (call: Call) => void): Route {
  return {
    method,
    path,
    answer(call) {
      act(call);
      return noContent;
    },
  };
}

const isParameter = (segment: string) => segment.startsWith('{');

type Path = { readonly segments: readonly string[]; readonly byMethod: Map<string, Route> };

/** Routes of one path side by side, those with more literal segments first: `bulk` before `{time_entry_id}`. */
function pathsOf(routes: readonly Route[]): readonly Path[] {
  const paths = new Map<string, Path>();
  for (const route of routes) {
    const path = paths.get(route.path) ?? { segments: route.path.split('/'), byMethod: new Map() };
    path.byMethod.set(route.method, route);
    paths.set(route.path, path);
  }
  const parameters = (path: Path) => path.segments.filter(isParameter).length;
  return [...paths.values()].toSorted((a, b) => parameters(a) - parameters(b));
}

const matches = (path: Path, segments: readonly string[]) =>
  path.segments.length === segments.length &&
  path.segments.every((segment, index) => isParameter(segment) || segment === segments[index]);

function readParameters(path: Path, segments: readonly string[]): ReadonlyMap<string, number> {
  const parameters = new Map<string, number>();
  for (const [index, segment] of path.segments.entries()) {
    if (isParameter(segment)) {
      const name = segment.slice(1, -1);
      const text = segments[index] ?? '';
      if (!/^\d{1,15}$/.test(text)) {
        throw new ApiError(400, `invalid_${name}`, `${name} must be an integer, got "${text}"`);
      }
      parameters.set(name, Number(text));
    }
  }
  return parameters;
}

/** `ids=1&ids=2`, `ids[]=1&ids[]=2` and `ids=1,2` become the same csv. */
function readQuery(query: URLSearchParams): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [key, value] of query) {
    const name = key.replace(/\[\]$/, '');
    const before = values[name];
    values[name] = before === undefined ? value : `${before},${value}`;
  }
  return values;
}

function createCall(request: RoutedRequest, parameters: ReadonlyMap<string, number>): Call {
  return {
    now: request.now,
    param(name) {
      const value = parameters.get(name);
      if (value === undefined) throw badRequest(`${name} is not in the path`);
      return value;
    },
    query: (schema, structName) => parseAs(schema, readQuery(request.query), structName),
    body: (schema, structName) => parseAs(schema, parseJson(request.body), structName),
  };
}

/** `guard` sees every call before its route does and may throw. Unknown path: 404; known path, other verb: 405. */
export function createRouter(
  routes: readonly Route[],
  guard: (parameters: ReadonlyMap<string, number>) => void,
): Router {
  const paths = pathsOf(routes);
  return {
    answer(request) {
      const segments = request.path.split('/');
      const path = paths.find((candidate) => matches(candidate, segments));
      if (path === undefined) throw notFound('route not found');
      const route = path.byMethod.get(request.method);
      if (route === undefined) {
        throw new ApiError(405, 'method_not_allowed', `${request.method} is not allowed here`);
      }
      const parameters = readParameters(path, segments);
      guard(parameters);
      return route.answer(createCall(request, parameters));
    },
  };
}
