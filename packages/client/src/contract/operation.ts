import type { ErrorCode } from '@eslabon/core';
import type { z } from 'zod';

/** What a caller may do. A key has one role; a role is a set of scopes. Deny by default. */
export const scopes = [
  'certificates:read',
  'certificates:propose',
  'certificates:issue',
  'certificates:offer',
  'status:change',
  'imports:run',
  'bundles:read',
  'register:read',
  'verifications:run',
  'presentations:request',
  'presentations:read',
  'presentations:audit',
  'decisions:write',
  'decisions:read',
  'credentials:issue',
] as const;

export type Scope = (typeof scopes)[number];

/** What keys are made for. The agent says which scopes each has. */
export const roleNames = [
  'officer',
  'supervisor',
  'verifier',
  'post',
  'machine',
  'issuer',
  'auditor',
] as const;

export type RoleName = (typeof roleNames)[number];

/** A body that is not JSON. `maxBytes` is what the server takes at the most. */
export interface BinaryBody {
  kind: 'binary';
  mediaTypes: readonly string[];
  maxBytes: number;
  description: string;
}

export interface JsonBody<S extends z.ZodType> {
  kind: 'json';
  schema: S;
  /** What the server takes at the most; 1 MiB when absent. */
  maxBytes?: number;
}

export interface JsonAnswer<S extends z.ZodType> {
  kind: 'json';
  status: 200 | 201 | 202;
  schema: S;
  description: string;
}

export interface BinaryAnswer {
  kind: 'binary';
  status: 200;
  mediaTypes: readonly string[];
  description: string;
  /** Has a strong etag, and can be had in parts. */
  resumable?: boolean;
}

/**
 * One operation of the agent's HTTP interface. Server routes, OpenAPI and the typed client are all made from
 * these values, so that nothing is declared twice.
 */
export interface Operation {
  id: string;
  method: 'get' | 'post';
  /** With `{name}` for path parameters. */
  path: string;
  tag: string;
  summary: string;
  /** What the caller's key must allow; `'key'` is for every valid key, `null` is public. */
  scope: Scope | 'key' | null;
  /** Public too where the operator opens the standard interfaces: on test networks alone (docs/conformance.md). */
  mayBeOpen?: boolean;
  /** What some requests need besides; the description of their parameter says so. */
  furtherScopes?: readonly Scope[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: JsonBody<z.ZodType> | BinaryBody;
  answer: JsonAnswer<z.ZodType> | BinaryAnswer;
  /** Codes beyond those that every operation may answer. */
  errors: readonly ErrorCode[];
}

/** Keeps the literal types of an operation. */
export function operation<const O extends Operation>(definition: O): O {
  return definition;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a server's handler gets: validated, with defaults. */
export interface OperationInput<O extends Operation> {
  params: Parsed<O['params']>;
  query: Parsed<O['query']>;
  body: O['body'] extends JsonBody<infer S>
    ? z.output<S>
    : O['body'] extends BinaryBody
      ? Uint8Array
      : undefined;
}

/** What a client gives. */
export interface OperationRequest<O extends Operation> {
  params: Given<O['params']>;
  query: Given<O['query']>;
  body: O['body'] extends JsonBody<infer S>
    ? z.input<S>
    : O['body'] extends BinaryBody
      ? Uint8Array
      : undefined;
}

/** What an operation answers. */
export type OperationOutput<O extends Operation> =
  O['answer'] extends JsonAnswer<infer S> ? z.output<S> : Uint8Array;
