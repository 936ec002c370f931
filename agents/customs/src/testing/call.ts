import { type Operation, type OperationId, operations, problemSchema } from '@eslabon/client/contract';
import { expect } from '@jest/globals';

export interface CallRequest {
  key?: string | undefined;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as it is when it is text or bytes, otherwise as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface CallAnswer {
  status: number;
  headers: Headers;
  /** Parsed, unless the answer is a file. */
  json: unknown;
  bytes: Uint8Array;
  /** `code` of a problem. */
  code: string | undefined;
}

/** Calls an operation over HTTP, and holds whatever comes back against the contract. */
export async function call(url: string, id: OperationId, request: CallRequest = {}): Promise<CallAnswer> {
  const operation: Operation = operations[id];
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => request.params?.[name] ?? '');
  const query = new URLSearchParams(request.query).toString();
  const answer = await fetchRaw(`${url}${path}${query === '' ? '' : `?${query}`}`, operation, request);
  if (answer.status === operation.answer.status) {
    if (operation.answer.kind === 'json') {
      // Nothing may be sent that the contract does not name.
      expect(operation.answer.schema.parse(answer.json)).toEqual(answer.json);
    } else {
      expect(operation.answer.mediaTypes).toContain(answer.headers.get('content-type')?.split(';')[0]);
    }
  } else {
    expectProblem(answer);
  }
  return answer;
}

/** Holds an answer against RFC 9457 and our additions to it. */
export function expectProblem({ status, headers, json }: Omit<CallAnswer, 'code'>): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(json);
  expect(problem).toEqual(json);
  expect(problem).toMatchObject({ status, type: `urn:eslabon:problem:${problem.code}` });
  expect(headers.get('www-authenticate') !== null).toBe(status === 401);
}

async function fetchRaw(address: string, operation: Operation, request: CallRequest): Promise<CallAnswer> {
  const { key, body } = request;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const type = operation.body?.kind === 'binary' ? operation.body.mediaTypes[0] : 'application/json';
  const response = await fetch(address, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': type as string }),
      ...request.headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const json: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  const code = (json as { code?: string } | undefined)?.code;
  return { status: response.status, headers: response.headers, json, bytes, code };
}
