import { shown } from '@eslabon/core';
import { publicKeyFromJwk } from '@eslabon/credentials';
import { z } from 'zod';
import { issuanceRefused } from '../issuance-refused.js';
import { type ContentEncryption, contentEncryptions, encryptionAlgorithm } from './encryption-metadata.js';

/** How a wallet wants its response encrypted. */
export interface ResponseEncryption {
  /** Public key on P-256. */
  jwk: { kty: string; crv: string; x: string; y: string };
  kid?: string;
  enc: ContentEncryption;
}

const alg = z.literal(encryptionAlgorithm, { error: `is not ${encryptionAlgorithm}` }).optional();

const encryptionSchema = z.looseObject({
  jwk: z.looseObject({
    kty: z.literal('EC', { error: 'is not EC' }),
    crv: z.literal('P-256', { error: 'is not P-256' }),
    x: z.string(),
    y: z.string(),
    d: z.undefined({ error: 'is a private key' }).optional(),
    use: z.literal('enc', { error: 'is not enc' }).optional(),
    kid: z.string().max(512).optional(),
    alg,
  }),
  enc: z.enum(contentEncryptions, { error: `is none of ${contentEncryptions.join(' and ')}` }),
  /** Older drafts had it here. */
  alg,
  zip: z.undefined({ error: 'is not supported' }).optional(),
});

/**
 * Reads `credential_response_encryption` of a credential request (OpenID4VCI 1.0 §8.2, §10).
 * @param isEncrypted whether the request came encrypted: in the clear, anybody on the way could put another key in
 * @returns `undefined` where the member is absent
 * @throws EslabonError ISSUANCE_REFUSED with invalid_encryption_parameters
 */
export function readResponseEncryption(value: unknown, isEncrypted: boolean): ResponseEncryption | undefined {
  if (value === undefined) return undefined;
  const parsed = encryptionSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const member = ['credential_response_encryption', ...(issue?.path ?? [])].join('.');
    throw refused(`The member ${shown(member, 80)} ${issue?.message}.`);
  }
  const { enc, jwk } = parsed.data;
  const { kty, crv, x, y, kid } = jwk;
  try {
    publicKeyFromJwk({ kty, crv, x, y });
  } catch (cause) {
    throw refused('The member credential_response_encryption.jwk is no key on P-256.', cause);
  }
  if (!isEncrypted) {
    throw refused('Whoever asks for an encrypted response has to encrypt the request (OpenID4VCI 1.0, 8.2).');
  }
  return { jwk: { kty, crv, x, y }, enc, ...(kid !== undefined && { kid }) };
}

function refused(sentence: string, cause?: unknown): Error {
  return issuanceRefused('invalid_encryption_parameters', sentence, cause);
}
