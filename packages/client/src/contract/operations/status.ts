import { operation } from '../operation.js';
import { statusChangeViewSchema, statusDecisionSchema } from '../schemas/certificate.js';
import { idParams } from '../schemas/common.js';

const tag = 'Status';

export const changeStatus = operation({
  id: 'changeStatus',
  method: 'post',
  path: '/v1/certificates/{id}/status',
  tag,
  summary: 'Suspend, reinstate or revoke a certificate',
  scope: 'status:change',
  params: idParams,
  body: { kind: 'json', schema: statusDecisionSchema },
  answer: {
    kind: 'json',
    status: 202,
    schema: statusChangeViewSchema,
    description: 'The change, queued for the chain; follow it with getStatusChange',
  },
  errors: [
    'CERTIFICATE_NOT_FOUND',
    'CERTIFICATE_STATE',
    'CERTIFICATE_CONFIRMATION',
    'STATUS_REVOKED_IS_FINAL',
    'STATUS_NOT_SUSPENDED',
    'STATUS_SCHEDULED',
  ],
});

export const getStatusChange = operation({
  id: 'getStatusChange',
  method: 'get',
  path: '/v1/status-changes/{id}',
  tag,
  summary: 'How far a status change got on its way to the chain',
  scope: 'certificates:read',
  params: idParams,
  answer: { kind: 'json', status: 200, schema: statusChangeViewSchema, description: 'The change' },
  errors: ['NOT_FOUND'],
});
