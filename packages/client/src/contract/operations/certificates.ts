import { certificateStatusSchema, certificateTypeSchema, operatorRoleSchema } from '@eslabon/core';
import { z } from 'zod';
import { operation } from '../operation.js';
import {
  certificateStateSchema,
  certificateViewSchema,
  historyEntrySchema,
  proposalSchema,
  rejectionSchema,
} from '../schemas/certificate.js';
import { idParams, pageOf, pageQuery } from '../schemas/common.js';

const tag = 'Certificates';

export const proposeCertificate = operation({
  id: 'proposeCertificate',
  method: 'post',
  path: '/v1/certificates',
  tag,
  summary: 'Propose to grant a certificate; another officer issues it',
  scope: 'certificates:propose',
  body: { kind: 'json', schema: proposalSchema },
  answer: { kind: 'json', status: 201, schema: certificateViewSchema, description: 'The proposal' },
  errors: ['CERTIFICATE_EXISTS', 'PAPER_TOO_LARGE'],
});

export const issueCertificate = operation({
  id: 'issueCertificate',
  method: 'post',
  path: '/v1/certificates/{id}/issue',
  tag,
  summary: 'Approve a proposal: allocate its status index and sign the credential',
  scope: 'certificates:issue',
  params: idParams,
  answer: { kind: 'json', status: 200, schema: certificateViewSchema, description: 'The issued certificate' },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE', 'CERTIFICATE_FOUR_EYES', 'PAPER_TOO_LARGE'],
});

export const rejectCertificate = operation({
  id: 'rejectCertificate',
  method: 'post',
  path: '/v1/certificates/{id}/reject',
  tag,
  summary: 'Reject a proposal; its number can be proposed again',
  scope: 'certificates:issue',
  params: idParams,
  body: { kind: 'json', schema: rejectionSchema },
  answer: { kind: 'json', status: 200, schema: certificateViewSchema, description: 'The rejected proposal' },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE'],
});

export const getCertificate = operation({
  id: 'getCertificate',
  method: 'get',
  path: '/v1/certificates/{id}',
  tag,
  summary: 'One certificate with its status',
  scope: 'certificates:read',
  params: idParams,
  answer: { kind: 'json', status: 200, schema: certificateViewSchema, description: 'The certificate' },
  errors: ['CERTIFICATE_NOT_FOUND'],
});

export const listCertificates = operation({
  id: 'listCertificates',
  method: 'get',
  path: '/v1/certificates',
  tag,
  summary: 'Certificates, newest first, filtered and by pages',
  scope: 'certificates:read',
  query: z.object({
    ...pageQuery,
    state: certificateStateSchema.optional(),
    status: certificateStatusSchema.optional(),
    certificateType: certificateTypeSchema.optional(),
    certificateNumber: z.string().max(35).optional().describe('Exact'),
    tin: z.string().max(17).optional().describe('Exact'),
    name: z.string().min(2).max(100).optional().describe('Part of the legal name'),
  }),
  answer: { kind: 'json', status: 200, schema: pageOf(certificateViewSchema), description: 'A page' },
  errors: ['CURSOR_INVALID'],
});

export const getCertificateHistory = operation({
  id: 'getCertificateHistory',
  method: 'get',
  path: '/v1/certificates/{id}/history',
  tag,
  summary: 'Everything that happened to a certificate, oldest first',
  scope: 'certificates:read',
  params: idParams,
  answer: {
    kind: 'json',
    status: 200,
    schema: z.object({ items: z.array(historyEntrySchema) }),
    description: 'The history',
  },
  errors: ['CERTIFICATE_NOT_FOUND'],
});

export const getCredential = operation({
  id: 'getCredential',
  method: 'get',
  path: '/v1/certificates/{id}/credential',
  tag,
  summary: 'The signed credential, as compact JWT',
  scope: 'certificates:read',
  params: idParams,
  query: z.object({
    format: z
      .enum(['vc+jwt', 'vc1-jwt'])
      .default('vc+jwt')
      .describe('vc+jwt: VCDM 2.0; vc1-jwt: VCDM 1.1 for stock Veramo partners'),
  }),
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: ['application/vc+jwt', 'application/jwt'],
    description: 'The compact JWT',
  },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE'],
});

export const getPaper = operation({
  id: 'getPaper',
  method: 'get',
  path: '/v1/certificates/{id}/paper',
  tag,
  summary:
    'The certificate as a page to print, with a QR code that verifies offline; each is noted in its history',
  scope: 'certificates:read',
  params: idParams,
  query: z.object({
    language: z.enum(['es', 'pt']).default('es').describe('Of the issuer; English stands beneath'),
  }),
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: ['application/pdf'],
    description: 'One page of A4 as PDF/A-2b',
  },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE', 'PAPER_TOO_LARGE'],
});

export const getIdentityAnchor = operation({
  id: 'getIdentityAnchor',
  method: 'get',
  path: '/v1/certificates/{id}/untp',
  tag,
  summary: 'The certificate as a UNTP Digital Identity Anchor, signed under did:web as vc+jwt',
  scope: 'certificates:read',
  params: idParams,
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: ['application/vc+jwt'],
    description: 'The compact JWT',
  },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE', 'UNAVAILABLE'],
});

export const getDeclarationParty = operation({
  id: 'getDeclarationParty',
  method: 'get',
  path: '/v1/certificates/{id}/wco',
  tag,
  summary:
    'The operator as AEO mutual recognition party (WCO Data Model class 16C), to paste into a declaration',
  scope: 'certificates:read',
  params: idParams,
  query: z.object({
    format: z.enum(['json', 'xml']).default('json'),
    role: operatorRoleSchema.optional().describe('One of the certificate’s roles; all of them when absent'),
  }),
  answer: {
    kind: 'binary',
    status: 200,
    mediaTypes: ['application/json', 'application/xml'],
    description: 'The parties, one for each role',
  },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE'],
});
