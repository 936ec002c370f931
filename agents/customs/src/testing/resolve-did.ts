import { type DidResolutionResultBody, didResolutionResultSchema } from '@eslabon/client/contract';
import { expect } from '@jest/globals';

export interface DidHttpAnswer {
  status: number;
  type: string | null;
  headers: Headers;
  body: unknown;
}

/** Media type of a whole resolution result. */
export const didResult = 'application/did-resolution';

/** Resolves a DID over HTTP. `target` is what follows `/1.0/identifiers/`, as it is. */
export async function resolveDid(url: string, target: string, accept?: string): Promise<DidHttpAnswer> {
  const headers: Record<string, string> = accept === undefined ? {} : { accept };
  const response = await fetch(`${url}/1.0/identifiers/${target}`, { headers });
  const type = response.headers.get('content-type');
  return { status: response.status, headers: response.headers, type, body: await response.json() };
}

/** The whole result, held against the contract: nothing may be sent that it does not name. */
export async function resolveToResult(url: string, target: string): Promise<DidResolutionResultBody> {
  const { body, type } = await resolveDid(url, target);
  expect(type).toBe(didResult);
  expect(didResolutionResultSchema.parse(body)).toEqual(body);
  return body as DidResolutionResultBody;
}

/** What a resolution that failed answers. */
export function didError(type: string) {
  return {
    didResolutionMetadata: {
      error: {
        type: `https://www.w3.org/ns/did#${type}`,
        title: expect.any(String),
        detail: expect.any(String),
      },
    },
    didDocument: null,
    didDocumentMetadata: {},
  };
}
