import { operation } from '../operation.js';
import { idParams } from '../schemas/common.js';
import {
  createdPresentationSchema,
  presentationRequestSchema,
  presentationSchema,
} from '../schemas/presentation.js';

export const createPresentation = operation({
  id: 'createPresentation',
  method: 'post',
  path: '/v1/presentations',
  tag: 'Presentations',
  summary: 'Ask a company to present its certificate for a purpose (OpenID4VP)',
  scope: 'presentations:request',
  body: { kind: 'json', schema: presentationRequestSchema },
  answer: {
    kind: 'json',
    status: 201,
    schema: createdPresentationSchema,
    description: 'The request, to show as QR or link',
  },
  errors: [],
});

export const getPresentation = operation({
  id: 'getPresentation',
  method: 'get',
  path: '/v1/presentations/{id}',
  tag: 'Presentations',
  summary: 'What became of a request to present',
  scope: 'presentations:read',
  furtherScopes: ['presentations:audit'],
  params: idParams,
  answer: {
    kind: 'json',
    status: 200,
    schema: presentationSchema,
    description: 'The state, and the verdict',
  },
  errors: ['NOT_FOUND'],
});
