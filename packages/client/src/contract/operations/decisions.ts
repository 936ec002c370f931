import { verdicts } from '@eslabon/core';
import { z } from 'zod';
import { operation } from '../operation.js';
import { instantSchema, pageOf, pageQuery } from '../schemas/common.js';
import {
  decisionReceiptSchema,
  decisionUploadSchema,
  decisionViewSchema,
  maxDecisionBytes,
} from '../schemas/decisions.js';

const tag = 'Decisions';

export const uploadDecisions = operation({
  id: 'uploadDecisions',
  method: 'post',
  path: '/v1/decisions',
  tag,
  summary: 'Take in what a border post decided while it had no network',
  scope: 'decisions:write',
  body: { kind: 'json', schema: decisionUploadSchema, maxBytes: maxDecisionBytes },
  answer: {
    kind: 'json',
    status: 200,
    schema: decisionReceiptSchema,
    description: 'All of them are kept; an upload may be repeated',
  },
  errors: ['DECISION_CONFLICT'],
});

export const listDecisions = operation({
  id: 'listDecisions',
  method: 'get',
  path: '/v1/decisions',
  tag,
  summary: 'Decisions of the border posts, the last received first',
  scope: 'decisions:read',
  query: z.object({
    ...pageQuery,
    verdict: z.enum(verdicts).optional(),
    post: z.string().min(1).max(100).optional().describe('Name of the post, exactly'),
    from: instantSchema.optional().describe('Decided at this instant or later'),
    until: instantSchema.optional().describe('Decided before this instant'),
  }),
  answer: {
    kind: 'json',
    status: 200,
    schema: pageOf(decisionViewSchema),
    description: 'A page of decisions',
  },
  errors: ['CURSOR_INVALID'],
});
