import { EslabonError } from '@eslabon/core';
import type { z } from 'zod';

export function malformed(message: string, hints: readonly string[] = []): EslabonError {
  return new EslabonError('CREDENTIAL_MALFORMED', message, { hints });
}

export function unsupported(message: string): EslabonError {
  return new EslabonError('CREDENTIAL_FORMAT_UNSUPPORTED', message, {
    hints: [
      'Accepted are vc+jwt, vp+jwt, vc+sd-jwt and vc+cose (VC-JOSE-COSE), dc+sd-jwt (SD-JWT VC), aeo+cwt (AEO1:…), VCDM ' +
        '1.1 JWTs, enveloped credentials, and the decoded form of a JWT that carries the JWT in proof.jwt.',
    ],
  });
}

export function tooLarge(what: string, length: number, most: number): EslabonError {
  return new EslabonError(
    'CREDENTIAL_TOO_LARGE',
    `The ${what} has ${length} characters; at most ${most} are read.`,
  );
}

export function unsupportedAlgorithm(algorithm: string): EslabonError {
  return new EslabonError(
    'CREDENTIAL_ALGORITHM_UNSUPPORTED',
    `The algorithm “${algorithm.slice(0, 40)}” is not accepted.`,
    { hints: ['Sign with ES256, ES256K or EdDSA.'] },
  );
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
