import { EslabonError } from '@eslabon/core';
import { BaseError, HttpRequestError, ResponseBodyTooLargeError, RpcRequestError, TimeoutError } from 'viem';
import { nodeName } from './node-name.js';

export interface RequestContext {
  method: string;
  rpcUrl: string;
  timeoutMs: number;
}

/** Whether the connection failed before an HTTP answer came. */
export function isBrokenConnection(error: unknown): boolean {
  return (
    error instanceof HttpRequestError &&
    error.status === undefined &&
    !(error.cause instanceof SyntaxError) &&
    !(error.walk((e) => e instanceof TimeoutError) instanceof Error)
  );
}

/**
 * Sorts what a transport throws: no usable answer is CHAIN_UNREACHABLE; an answer that says no is
 * CHAIN_RESPONSE_INVALID with `rpcCode`, `rpcMessage` and, for reverts, `data` among the details.
 */
export function toChainError(error: unknown, { method, rpcUrl, timeoutMs }: RequestContext): EslabonError {
  const node = nodeName(rpcUrl);
  const found = <T extends Error>(kind: abstract new (...args: never[]) => T): T | undefined => {
    if (error instanceof kind) return error;
    const inner = error instanceof BaseError ? error.walk((e) => e instanceof kind) : undefined;
    return inner instanceof kind ? inner : undefined;
  };
  const refusal = found(RpcRequestError);
  if (refusal && !isOutage(refusal.status)) {
    const { message, data } = rpcErrorOf(refusal);
    return new EslabonError('CHAIN_RESPONSE_INVALID', `The node at ${node} refused ${method}: ${message}`, {
      cause: error,
      details: {
        method,
        rpcCode: refusal.code,
        rpcMessage: message,
        ...(data === undefined ? {} : { data }),
      },
    });
  }
  if (found(ResponseBodyTooLargeError)) {
    return new EslabonError('CHAIN_RESPONSE_INVALID', `The answer of ${node} to ${method} is too large.`, {
      cause: error,
    });
  }
  if (!found(TimeoutError) && !found(HttpRequestError) && !refusal) {
    return new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `${node} answered ${method} with something else than JSON-RPC.`,
      {
        cause: error,
      },
    );
  }
  const status = refusal?.status ?? found(HttpRequestError)?.status;
  const why = found(TimeoutError)
    ? `it did not answer within ${timeoutMs} ms`
    : status === undefined
      ? 'it cannot be reached or does not speak JSON'
      : `it answered HTTP ${status}`;
  return new EslabonError(
    'CHAIN_UNREACHABLE',
    `The chain could not be asked (${method} at ${node}): ${why}.`,
    {
      hints: [
        'Check that the node runs and that its address is right; nothing is lost, the request can be repeated.',
      ],
      cause: error,
      details: { method, ...(status === undefined ? {} : { status }) },
    },
  );
}

/** The node is overloaded or broken, whatever the body says. */
function isOutage(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429);
}

function rpcErrorOf(refusal: RpcRequestError): { message: string; data: unknown } {
  const { message } = refusal.cause as { message?: unknown };
  return {
    message: typeof message === 'string' ? message.slice(0, 500) : 'no reason given',
    data: refusal.data,
  };
}
