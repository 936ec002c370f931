import { purposeSchema } from '@eslabon/core';
import { z } from 'zod';

const seconds = z.number().int().nonnegative();

/** A public key for encryption, of which only the members that we use are looked at. */
const jwkSchema = z.looseObject({
  kty: z.string(),
  crv: z.string().optional(),
  use: z.string().optional(),
  alg: z.string().optional(),
  kid: z.string().max(512).optional(),
});

/** Claims of a request object that the wallet reads (OpenID4VP 1.0 §5). Others are ignored, as the standard demands. */
export const requestSchema = z.looseObject({
  client_id: z.string().min(1).max(2048),
  aud: z.union([z.string(), z.array(z.string())]),
  response_type: z.literal('vp_token'),
  response_mode: z.enum(['direct_post', 'direct_post.jwt']),
  response_uri: z.string().min(1).max(2048),
  nonce: z.string().regex(/^[\x21-\x7e]{1,512}$/),
  state: z.string().min(1).max(2048).optional(),
  dcql_query: z.record(z.string(), z.unknown()),
  client_metadata: z
    .looseObject({
      client_name: z.string().min(1).max(256).optional(),
      jwks: z.object({ keys: z.array(jwkSchema).max(20) }).optional(),
      encrypted_response_enc_values_supported: z.array(z.string()).max(20).optional(),
    })
    .optional(),
  iat: seconds.optional(),
  nbf: seconds.optional(),
  exp: seconds.optional(),
  wallet_nonce: z.string().optional(),
  /** Our own claim; what another verifier may have put there is no purpose. */
  eslabon_purpose: purposeSchema.optional().catch(undefined),
});

export type RequestClaims = z.infer<typeof requestSchema>;

/** What would change the meaning of a request, and is not done here: it has to be refused rather than ignored. */
export const unsupportedClaims = [
  'transaction_data',
  'presentation_definition',
  'presentation_definition_uri',
  'scope',
  'redirect_uri',
] as const;
