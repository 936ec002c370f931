import { z } from 'zod';
import type { StandardOperation } from '../standard-operation.js';

const tag = 'Status lists';

const listSchema = z.coerce.number().int().min(0).max(0xffffffff).describe('Number of the list on the chain');

/** Media types of a status list credential: with a Data Integrity proof, or as a JWT. */
export const statusListCredentialTypes = ['application/vc', 'application/vc+jwt'] as const;

export const tokenStatusListType = 'application/statuslist+jwt';

/** Where `statusListCredential` of an entry leads (Bitstring Status List §2.2). */
export const getStatusListCredential: StandardOperation = {
  id: 'getStatusListCredential',
  method: 'get',
  path: '/status-lists/{list}/{purpose}',
  tag,
  summary: 'A W3C Bitstring Status List of the chain’s words',
  params: z.object({ list: listSchema, purpose: z.enum(['revocation', 'suspension']) }),
  answers: [
    {
      status: 200,
      mediaTypes: [...statusListCredentialTypes, 'application/ld+json', 'application/json'],
      schema: z.looseObject({}),
      description: 'The credential; as a compact JWT when accept asks for application/vc+jwt',
    },
    {
      status: 304,
      mediaTypes: [],
      schema: z.undefined(),
      description: 'The caller has it already: its `etag` is the one in `if-none-match`',
    },
  ],
};

/** Where `status.status_list.uri` of a token leads (IETF Token Status List §8). */
export const getTokenStatusList: StandardOperation = {
  id: 'getTokenStatusList',
  method: 'get',
  path: '/status-lists/{list}/token',
  tag,
  summary: 'An IETF Token Status List of the same words: 0 valid, 1 invalid, 2 suspended',
  params: z.object({ list: listSchema }),
  answers: [
    {
      status: 200,
      mediaTypes: [tokenStatusListType],
      schema: z.string(),
      description: 'The Status List Token, a compact JWT',
    },
    {
      status: 304,
      mediaTypes: [],
      schema: z.undefined(),
      description: 'The caller has it already',
    },
  ],
};
