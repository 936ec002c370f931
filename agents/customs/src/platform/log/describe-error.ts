/** What the log says of an error. */
export interface ErrorDescription {
  type: string;
  code?: string;
  /** Of errors whose words hold no data. */
  message?: string;
  /** Places in the code, without the words above them. */
  stack?: string;
  cause?: ErrorDescription;
}

/** Deepest chain of causes that is told. */
const depth = 5;

/** Ours, and those of the language itself, which name code and not data. */
const plainWords = new Set(['EslabonError', 'TypeError', 'RangeError', 'ReferenceError']);

/**
 * Describes an error for the log without what it carries: a failed statement has its parameters with it, a failed
 * request its address and body, and both may hold business data, tokens or a password. Messages of other libraries
 * repeat such things too, so they are left out.
 */
export function describeError(error: unknown, level = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const stack = error.stack?.match(/^ +at .+$/gm)?.join('\n');
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(plainWords.has(error.name) ? { message: error.message } : {}),
    ...(stack === undefined ? {} : { stack }),
    ...(error.cause instanceof Error && level < depth
      ? { cause: describeError(error.cause, level + 1) }
      : {}),
  };
}
