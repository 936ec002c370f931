import { operation } from '../operation.js';
import { verdictSchema, verificationRequestSchema } from '../schemas/verdict.js';

export const verifyCredential = operation({
  id: 'verifyCredential',
  method: 'post',
  path: '/v1/verifications',
  tag: 'Verification',
  summary: 'A credential or presentation in, a verdict for this authority out',
  scope: 'verifications:run',
  body: { kind: 'json', schema: verificationRequestSchema },
  answer: {
    kind: 'json',
    status: 200,
    schema: verdictSchema,
    description: 'The verdict; also a bad credential gets one, with 200',
  },
  errors: [],
});
