import type { z } from 'zod';
import type { Scope } from './operation.js';

/** One of the answers of an operation whose interface a standard prescribes. */
export interface StandardAnswer {
  status: number;
  /** What `accept` may choose from, first what is sent to callers who do not care. */
  mediaTypes: readonly string[];
  schema: z.ZodType;
  description: string;
}

/**
 * An operation as a standard prescribes it, errors included: they are not problem+json. Routes are made by hand, and the
 * OpenAPI description from here.
 */
export interface StandardOperation {
  id: string;
  method: 'get' | 'post';
  /** With `{name}` for path parameters. */
  path: string;
  tag: string;
  summary: string;
  /** What the caller's key must allow; public when absent. */
  scope?: Scope;
  params?: z.ZodObject;
  query?: z.ZodObject;
  answers: readonly [StandardAnswer, ...StandardAnswer[]];
}
