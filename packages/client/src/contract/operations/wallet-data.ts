import { z } from 'zod';
import { operation } from '../operation.js';
import { bundleMediaType } from './bundles.js';
import { tokenStatusListType } from './status-lists.js';

/**
 * What wallets of companies need besides OpenID4VCI. All of it is the same for everybody and says nothing about a
 * certificate: an issuer must not learn where one is presented, not even by what a wallet asks for.
 */
const tag = 'Wallet data';

/** Most bytes of a status list that a company signs. */
const maxCompanyListBytes = 16 * 1024;

const common = { tag, scope: null } as const;

export const getWalletBundle = operation({
  ...common,
  id: 'getWalletBundle',
  method: 'get',
  path: '/v1/wallet/bundle',
  summary: 'The offline bundle as of the newest block, without register, for wallets',
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: [bundleMediaType],
    description: 'The offline bundle',
    resumable: true,
  },
  errors: ['NOT_FOUND', 'BUNDLE_NOT_READY'],
});

export const getWalletAnchor = operation({
  ...common,
  id: 'getWalletAnchor',
  method: 'get',
  path: '/v1/wallet/anchor',
  summary: 'The trust anchor that the bundle for wallets is opened with',
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: ['application/json'],
    description: 'The trust anchor (docs/operations.md)',
    resumable: true,
  },
  errors: ['NOT_FOUND'],
});

export const publishCompanyList = operation({
  ...common,
  id: 'publishCompanyList',
  method: 'post',
  path: '/v1/wallet/status-lists',
  summary: 'Publish the status list of a company’s delegations, signed by the company',
  body: {
    kind: 'binary',
    mediaTypes: [tokenStatusListType],
    maxBytes: maxCompanyListBytes,
    description:
      'A Token Status List as statuslist+jwt whose kid is a did:jwk that holds a certificate of this agent',
  },
  answer: {
    kind: 'json',
    status: 201,
    schema: z.object({ uri: z.url().describe('Where it is published: its `sub`') }),
    description: 'It is published',
  },
  errors: ['NOT_FOUND', 'COMPANY_LIST_REFUSED', 'COMPANY_LIST_OLDER'],
});

export const getCompanyList = operation({
  ...common,
  id: 'getCompanyList',
  method: 'get',
  path: '/v1/wallet/status-lists/{thumbprint}',
  summary: 'The newest status list of a company’s delegations',
  params: z.object({
    thumbprint: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/, 'must be a SHA-256 in base64url')
      .describe('Of the company’s key (RFC 7638)'),
  }),
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: [tokenStatusListType],
    description: 'The Status List Token, a compact JWT, as the company signed it',
    resumable: true,
  },
  errors: ['NOT_FOUND'],
});
