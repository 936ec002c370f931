import { EslabonError } from '@eslabon/core';
import type { z } from 'zod';

export function malformed(message: string, hints: readonly string[] = []): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', message, { hints });
}

export function unsupported(message: string): EslabonError {
  return new EslabonError('CREDENTIAL_FORMAT_UNSUPPORTED', message, {
    hints: [
      'Accepted are vc+jwt and vp+jwt (VC-JOSE-COSE), VCDM 1.1 JWTs, enveloped credentials, and the decoded form of a ' +
        'JWT that carries the JWT in proof.jwt.',
    ],
  });
}

/** Parses with a zod schema; the first finding goes into the message, all of them into the details. */
export function parseWith<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const findings = result.error.issues.map((issue) =>
    `${issue.path.map(String).join('.') || 'top level'}: ${issue.message}`.slice(0, 200),
  );
  throw new EslabonError('CREDENTIAL_SCHEMA', `The ${what} does not follow its schema: ${findings[0]}.`, {
    details: { findings: findings.slice(0, 20) },
  });
}
