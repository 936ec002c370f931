import { shown } from '@eslabon/core';
import { z } from 'zod';
import type { CredentialConfiguration } from '../configurations.js';
import { type ResponseEncryption, readResponseEncryption } from '../encryption/read-response-encryption.js';
import { issuanceRefused } from '../issuance-refused.js';

const proofsSchema = z.strictObject({ jwt: z.array(z.string().min(1).max(16_384)).min(1) });

/** The body of a request, opened where it came encrypted. */
export interface RequestBody {
  body: unknown;
  isEncrypted: boolean;
}

export interface CredentialRequest {
  configuration: CredentialConfiguration;
  /** Key proofs, compact JWSs: one for each copy of the credential. */
  proofs: string[];
  /** Absent where the response goes in the clear. */
  encryption?: ResponseEncryption;
}

/**
 * Reads a credential request (OpenID4VCI 1.0 §8.2). Tokens are given without credential identifiers, so a credential is
 * named by its configuration.
 * @param offered configurations that the access token is good for.
 * @param batchSize most copies of a credential at a time.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_credential_request, unknown_credential_configuration,
 *   unknown_credential_identifier, invalid_encryption_parameters or invalid_proof
 */
export function readCredentialRequest(
  { body, isEncrypted }: RequestBody,
  offered: readonly CredentialConfiguration[],
  batchSize = 1,
): CredentialRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw issuanceRefused('invalid_credential_request', 'The body is not a JSON object.');
  }
  const members = body as Record<string, unknown>;
  const { credential_configuration_id: id, credential_identifier: identifier } = members;
  if ((id === undefined) === (identifier === undefined)) {
    throw issuanceRefused(
      'invalid_credential_request',
      'Exactly one of credential_configuration_id and credential_identifier has to be given.',
    );
  }
  const encryption = readResponseEncryption(members.credential_response_encryption, isEncrypted);
  if (identifier !== undefined) {
    const text = shown(identifier, 60);
    throw issuanceRefused(
      'unknown_credential_identifier',
      `No credential identifier '${text}' was given out.`,
    );
  }
  const configuration = offered.find((name) => name === id);
  if (configuration === undefined) {
    const text = shown(id, 60);
    throw issuanceRefused(
      'unknown_credential_configuration',
      `The credential configuration '${text}' is not offered.`,
    );
  }
  return { configuration, proofs: readProofs(members, batchSize), ...(encryption && { encryption }) };
}

function readProofs({ proofs, proof }: Record<string, unknown>, batchSize: number): string[] {
  if (proofs === undefined) {
    const sentence =
      proof === undefined
        ? 'The request has no proof of the holder key (proofs.jwt).'
        : 'The member proof is of older drafts; send proofs.jwt with one proof.';
    throw issuanceRefused('invalid_proof', sentence);
  }
  const parsed = proofsSchema.safeParse(proofs);
  if (!parsed.success) {
    throw issuanceRefused('invalid_proof', 'The member proofs has to be {jwt: [proof]}, and nothing else.');
  }
  const { jwt } = parsed.data;
  if (jwt.length <= batchSize) return jwt;
  throw issuanceRefused(
    'invalid_proof',
    `The request has ${jwt.length} proofs; at most ${batchSize} are taken at a time.`,
  );
}
