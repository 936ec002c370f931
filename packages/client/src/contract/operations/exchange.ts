import { z } from 'zod';
import { operation } from '../operation.js';
import {
  challengeSchema,
  deriveRequestSchema,
  issueAnswerSchema,
  issueRequestSchema,
  verificationAnswerSchema,
  verifyCredentialRequestSchema,
  verifyPresentationRequestSchema,
} from '../schemas/exchange.js';
import type { StandardOperation } from '../standard-operation.js';

const tag = 'VC-API';

const profileParams = z.object({ profile: z.string().max(64).describe('Such as eddsa-rdfc-2022') });

export const issueCredential = operation({
  id: 'issueCredential',
  method: 'post',
  path: '/issuers/{profile}/credentials/issue',
  tag,
  summary: 'Secure a credential under an issuer profile (W3C VC-API)',
  scope: 'credentials:issue',
  mayBeOpen: true,
  params: profileParams,
  body: { kind: 'json', schema: issueRequestSchema },
  answer: { kind: 'json', status: 201, schema: issueAnswerSchema, description: 'The secured credential' },
  errors: ['NOT_FOUND', 'CREDENTIAL_REFUSED', 'CREDENTIAL_TOO_LARGE'],
});

export const deriveCredential = operation({
  id: 'deriveCredential',
  method: 'post',
  path: '/credentials/derive',
  tag,
  summary: 'For holders: disclose a part of a credential with an ecdsa-sd-2023 base proof (W3C VC-API)',
  scope: 'verifications:run',
  mayBeOpen: true,
  body: { kind: 'json', schema: deriveRequestSchema },
  answer: {
    kind: 'json',
    status: 201,
    schema: issueAnswerSchema,
    description: 'The disclosed part, with its proof',
  },
  errors: ['CREDENTIAL_REFUSED', 'CREDENTIAL_TOO_LARGE'],
});

export const verifySecuredCredential = operation({
  id: 'verifySecuredCredential',
  method: 'post',
  path: '/credentials/verify',
  tag,
  summary: 'Verify a credential of any issuer and format (W3C VC-API)',
  scope: 'verifications:run',
  mayBeOpen: true,
  body: { kind: 'json', schema: verifyCredentialRequestSchema },
  answer: { kind: 'json', status: 200, schema: verificationAnswerSchema, description: 'It is verified' },
  errors: ['CREDENTIAL_REFUSED', 'UNAVAILABLE'],
});

export const verifyPresentation = operation({
  id: 'verifyPresentation',
  method: 'post',
  path: '/presentations/verify',
  tag,
  summary: 'Verify a presentation and every credential in it (W3C VC-API)',
  scope: 'verifications:run',
  mayBeOpen: true,
  body: { kind: 'json', schema: verifyPresentationRequestSchema },
  answer: { kind: 'json', status: 200, schema: verificationAnswerSchema, description: 'It is verified' },
  errors: ['CREDENTIAL_REFUSED', 'UNAVAILABLE'],
});

export const createChallenge = operation({
  id: 'createChallenge',
  method: 'post',
  path: '/challenges',
  tag,
  summary: 'A challenge that one presentation may answer, once (W3C VC-API)',
  scope: 'verifications:run',
  mayBeOpen: true,
  answer: { kind: 'json', status: 200, schema: challengeSchema, description: 'The challenge' },
  errors: [],
});

export const getIssuer: StandardOperation = {
  id: 'getIssuer',
  method: 'get',
  path: '/issuers/{profile}',
  tag,
  summary: 'The DID that a profile issues under',
  params: profileParams,
  answers: [
    {
      status: 200,
      mediaTypes: ['application/json'],
      schema: z.object({ id: z.string() }),
      description: 'The issuer',
    },
  ],
};
