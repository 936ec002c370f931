import type { JsonObject } from '../json/json-object.js';
import type { ProblemCode } from '../problems/problem-types.js';
import { vcdm2 } from './documents.fixture.js';
import { resource, sha, sri384 } from './related-resources.fixture.js';

/** The rules of §1 for related resources: the words, members that break them, and how that is told. */
export const brokenResources: readonly [quote: string, JsonObject, ProblemCode, pointer: string][] = [
  [
    '`relatedResource`: objects (a text)',
    { relatedResource: [vcdm2] },
    'MEMBER_NOT_OBJECT',
    '/relatedResource/0',
  ],
  [
    '`relatedResource`: objects (an empty list)',
    { relatedResource: [] },
    'MEMBER_NOT_OBJECT',
    '/relatedResource',
  ],
  [
    '`relatedResource`: with `id`',
    { relatedResource: { digestSRI: sri384 } },
    'ID_MISSING',
    '/relatedResource/id',
  ],
  ['`relatedResource`: `id` is a URL', resource({ id: 'a' }), 'ID_NOT_URL', '/relatedResource/0/id'],
  [
    '`relatedResource`: with unique `id`',
    {
      relatedResource: [
        { id: vcdm2, digestSRI: sri384 },
        { id: vcdm2, digestSRI: sri384 },
      ],
    },
    'RESOURCE_DUPLICATE',
    '/relatedResource/1/id',
  ],
  [
    '`relatedResource`: `digestSRI` or `digestMultibase`',
    { relatedResource: [{ id: vcdm2 }] },
    'RESOURCE_DIGEST_MISSING',
    '/relatedResource/0',
  ],
  [
    '`digestSRI` … compared with the real bytes',
    resource({ digestSRI: sri384.replace('l/Hr', 'k/Hr') }),
    'RESOURCE_DIGEST_MISMATCH',
    '/relatedResource/0/digestSRI',
  ],
  [
    '`digestMultibase` compared with the real bytes',
    resource({
      digestMultibase: `u${Buffer.from([0x12, 32, ...sha('sha256').map((b) => b ^ 1)]).toString('base64url')}`,
    }),
    'RESOURCE_DIGEST_MISMATCH',
    '/relatedResource/0/digestMultibase',
  ],
  [
    '`digestSRI` that is none',
    resource({ digestSRI: 'sha384-Ml/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU' }),
    'RESOURCE_DIGEST_MALFORMED',
    '/relatedResource/0/digestSRI',
  ],
  [
    '`digestMultibase` that is none',
    resource({ digestMultibase: 'mWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ' }),
    'RESOURCE_DIGEST_MALFORMED',
    '/relatedResource/0/digestMultibase',
  ],
];
