import type { z } from 'zod';
import { type ApiError, badRequest, failedValidation } from './api-error.ts';

const goName = (field: string) =>
  field
    .split('_')
    .map((part) => (part === 'id' ? 'ID' : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');

const validatorTags: Readonly<Record<string, string>> = {
  too_small: 'min',
  too_big: 'max',
  invalid_value: 'oneof',
};

function refusal(issue: z.core.$ZodIssue, structName: string): ApiError {
  const field = issue.path.map(String).join('.');
  const key = [structName, ...issue.path.map((part) => goName(String(part)))].join('.');
  if (issue.code === 'custom') {
    return badRequest(issue.message);
  }
  if (issue.input === undefined) {
    return failedValidation(key, 'required');
  }
  const tag = validatorTags[issue.code];
  if (tag !== undefined) {
    return failedValidation(key, tag);
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : issue.code;
  return badRequest(
    `json: cannot unmarshal ${typeof issue.input} into Go struct field ${structName}.${field} of type ${expected}`,
  );
}

/**
 * Reads a payload or a query; unknown fields are dropped silently, as Toggl Focus does.
 * Throws an ApiError (400) in the words of Toggl Focus; `structName` is the name it uses there.
 */
export function parseAs<T>(schema: z.ZodType<T>, input: unknown, structName: string): T {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) {
    return parsed.data;
  }
  const [first] = parsed.error.issues;
  throw first === undefined ? badRequest('unreadable request') : refusal(first, structName);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(text === '' ? 'EOF' : 'invalid character in JSON body');
  }
}
