import { z } from 'zod';
import { didDocumentSchema, didResolutionResultSchema } from '../schemas/did-resolution.js';
import type { StandardOperation } from '../standard-operation.js';

const tag = 'DIDs';

/** Media type of a whole resolution result. */
export const didResolutionMediaType = 'application/did-resolution';

/** Media types of a DID document alone. */
export const didDocumentMediaTypes = [
  'application/did',
  'application/did+ld+json',
  'application/did+json',
] as const;

const failure = (status: number, description: string) => ({
  status,
  mediaTypes: [didResolutionMediaType],
  schema: didResolutionResultSchema,
  description,
});

/** HTTP binding of W3C DID Resolution §12.1, GET. */
export const resolveDid: StandardOperation = {
  id: 'resolveDid',
  method: 'get',
  path: '/1.0/identifiers/{did}',
  tag,
  summary: 'The document of a DID: did:ethr of this network, did:key, did:jwk, did:web',
  params: z.object({ did: z.string().describe('The DID, as it is or URL-encoded') }),
  query: z.object({
    versionId: z.string().optional().describe('did:ethr: the document as of this block'),
    versionTime: z
      .string()
      .optional()
      .describe('did:ethr: the document as of this instant, such as 2026-05-03T12:00:00Z'),
  }),
  answers: [
    {
      status: 200,
      mediaTypes: [didResolutionMediaType, ...didDocumentMediaTypes],
      schema: z.union([didResolutionResultSchema, didDocumentSchema]),
      description: `${didResolutionMediaType}: the whole result; other types: the document alone`,
    },
    failure(400, 'INVALID_DID, or INVALID_OPTIONS'),
    failure(404, 'NOT_FOUND: no document, or no such version of it'),
    failure(406, 'REPRESENTATION_NOT_SUPPORTED'),
    failure(410, 'The DID was deactivated; its metadata say when'),
    failure(500, 'INVALID_DID_DOCUMENT of another host, or INTERNAL_ERROR'),
    failure(501, 'METHOD_NOT_SUPPORTED, or FEATURE_NOT_SUPPORTED'),
    failure(503, 'INTERNAL_ERROR that will pass: the chain, or another host, does not answer'),
  ],
};

/** Where did:web is read from. */
export const getOwnDidDocument: StandardOperation = {
  id: 'getOwnDidDocument',
  method: 'get',
  path: '/.well-known/did.json',
  tag,
  summary: 'The did:web document of this agent; 404 unless its public address is the https root of a host',
  answers: [
    {
      status: 200,
      mediaTypes: ['application/did+ld+json'],
      schema: didDocumentSchema,
      description: 'The document; alsoKnownAs names the did:ethr of the authority',
    },
  ],
};
