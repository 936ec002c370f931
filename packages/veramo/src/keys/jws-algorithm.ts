import type { SignatureAlgorithm } from '@eslabon/credentials';
import type { AgentKeyType } from './agent-keys.js';

/** The one JWS algorithm of each key type (RFC 7518 §3.4, RFC 8812 §3.2, RFC 8037 §3.1). */
export const jwsAlgorithms = {
  Secp256k1: 'ES256K',
  Secp256r1: 'ES256',
  Ed25519: 'EdDSA',
} as const satisfies Record<AgentKeyType, SignatureAlgorithm>;
