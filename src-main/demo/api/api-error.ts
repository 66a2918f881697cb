/** An answer that refuses a request, in the shape of Toggl Focus: `{error, error_description, error_values?, trace_id}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>> | undefined;

  constructor(
    status: number,
    code: string,
    description: string,
    values?: Readonly<Record<string, unknown>>,
  ) {
    super(description);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.values = values;
  }
}

export function badRequest(description: string): ApiError {
  return new ApiError(400, 'bad_request', description);
}

export function forbidden(description: string): ApiError {
  return new ApiError(403, 'forbidden', description);
}

export function notFound(description: string): ApiError {
  return new ApiError(404, 'not_found', description);
}

export function invalidEntry(description: string): ApiError {
  return new ApiError(400, 'invalid_timeentry', description);
}

/** The words of Go's validator, which Toggl Focus passes on. `key` is `Pagination.PerPage`. */
export function failedValidation(key: string, tag: string): ApiError {
  const field = key.slice(key.lastIndexOf('.') + 1);
  return new ApiError(
    400,
    'validation',
    `Key: '${key}' Error:Field validation for '${field}' failed on the '${tag}' tag`,
  );
}
