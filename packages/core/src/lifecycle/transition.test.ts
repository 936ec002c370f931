import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EslabonError } from '../errors/eslabon-error.js';
import type { CertificateStatus, StatusAction } from './certificate-status.js';
import { certificateStatusSchema, statusActionSchema } from './certificate-status.js';
import { transition } from './transition.js';

const table: [CertificateStatus, StatusAction, string][] = [
  ['active', 'suspend', 'suspended'],
  ['active', 'reinstate', 'STATUS_NOT_SUSPENDED'],
  ['active', 'revoke', 'revoked'],
  ['suspended', 'suspend', 'CERTIFICATE_STATE'],
  ['suspended', 'reinstate', 'active'],
  ['suspended', 'revoke', 'revoked'],
  ['revoked', 'suspend', 'STATUS_REVOKED_IS_FINAL'],
  ['revoked', 'reinstate', 'STATUS_REVOKED_IS_FINAL'],
  ['revoked', 'revoke', 'STATUS_REVOKED_IS_FINAL'],
];

function outcome(status: CertificateStatus, action: StatusAction): string {
  try {
    return transition(status, action);
  } catch (error) {
    if (error instanceof EslabonError) return error.code;
    throw error;
  }
}

describe('transition', () => {
  it.each(table)('%s, %s: %s', (status, action, expected) => {
    expect(outcome(status, action)).toBe(expected);
  });

  it('covers every status and action in the table above', () => {
    expect(table).toHaveLength(certificateStatusSchema.options.length * statusActionSchema.options.length);
  });

  it('never leaves revoked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statusActionSchema.options)), (actions) => {
        let status: CertificateStatus = 'active';
        let revoked = false;
        for (const action of actions) {
          const next = certificateStatusSchema.safeParse(outcome(status, action));
          if (next.success) status = next.data;
          revoked ||= action === 'revoke';
          expect(status === 'revoked').toBe(revoked);
        }
      }),
    );
  });
});
