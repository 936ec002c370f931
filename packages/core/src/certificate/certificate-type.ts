import { z } from 'zod';

/**
 * AEO certificate types with their UN/EDIFACT 1001 document codes (EU: AEOS, AEOC, AEOF)
 * and the bit that stands for them in ArrangementRegistry terms.
 */
export const certificateTypes = {
  security: { code: '878', bit: 1 },
  compliance: { code: '879', bit: 2 },
  full: { code: '891', bit: 4 },
} as const;

export const certificateTypeSchema = z.enum(['security', 'compliance', 'full']);

export type CertificateType = z.infer<typeof certificateTypeSchema>;

/** The bit mask of a set of certificate types. */
export function certificateTypeMask(types: readonly CertificateType[]): number {
  return types.reduce((mask, type) => mask | certificateTypes[type].bit, 0);
}
