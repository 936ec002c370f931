import { z } from 'zod';
import { operation } from '../operation.js';
import { certificateViewSchema, rejectionSchema } from '../schemas/certificate.js';
import { idParams, pageOf, pageQuery } from '../schemas/common.js';
import { renewalParams, renewalSchema, renewalViewSchema, waitingRenewalSchema } from '../schemas/renewal.js';

const tag = 'Certificates';

export const proposeRenewal = operation({
  id: 'proposeRenewal',
  method: 'post',
  path: '/v1/certificates/{id}/renewals',
  tag,
  summary: 'Propose to renew an active certificate; another officer issues the renewal',
  scope: 'certificates:propose',
  params: idParams,
  body: { kind: 'json', schema: renewalSchema },
  answer: { kind: 'json', status: 201, schema: renewalViewSchema, description: 'The proposal' },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE'],
});

export const listRenewals = operation({
  id: 'listRenewals',
  method: 'get',
  path: '/v1/certificates/{id}/renewals',
  tag,
  summary: 'Renewals of a certificate, oldest first, those that wait included',
  scope: 'certificates:read',
  params: idParams,
  answer: {
    kind: 'json',
    status: 200,
    schema: z.object({ items: z.array(renewalViewSchema) }),
    description: 'The renewals',
  },
  errors: ['CERTIFICATE_NOT_FOUND'],
});

export const listWaitingRenewals = operation({
  id: 'listWaitingRenewals',
  method: 'get',
  path: '/v1/renewals',
  tag,
  summary: 'Renewals of all certificates that wait for a second person, newest first and by pages',
  scope: 'certificates:read',
  query: z.object({ ...pageQuery, state: z.literal('proposed').default('proposed') }),
  answer: { kind: 'json', status: 200, schema: pageOf(waitingRenewalSchema), description: 'A page' },
  errors: ['CURSOR_INVALID'],
});

export const issueRenewal = operation({
  id: 'issueRenewal',
  method: 'post',
  path: '/v1/certificates/{id}/renewals/{renewalId}/issue',
  tag,
  summary: 'Approve a renewal: sign the certificate anew, under the same status entry',
  scope: 'certificates:issue',
  params: renewalParams,
  answer: {
    kind: 'json',
    status: 200,
    schema: certificateViewSchema,
    description: 'The renewed certificate',
  },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE', 'CERTIFICATE_FOUR_EYES', 'NOT_FOUND'],
});

export const rejectRenewal = operation({
  id: 'rejectRenewal',
  method: 'post',
  path: '/v1/certificates/{id}/renewals/{renewalId}/reject',
  tag,
  summary: 'Reject a renewal; the certificate stays as it is',
  scope: 'certificates:issue',
  params: renewalParams,
  body: { kind: 'json', schema: rejectionSchema },
  answer: { kind: 'json', status: 200, schema: renewalViewSchema, description: 'The rejected renewal' },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE', 'NOT_FOUND'],
});
