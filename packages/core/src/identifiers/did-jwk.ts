import { z } from 'zod';

/** did:jwk: the identifier is the public key itself. Whether it can be used is for whoever reads the key to say. */
export const didJwkSchema = z
  .string()
  .max(2048)
  .regex(/^did:jwk:[A-Za-z0-9_-]+$/, 'must be a did:jwk');
