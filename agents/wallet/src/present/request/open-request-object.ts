import { base64urlDecode, parseStrictJsonBytes } from '@eslabon/credentials';
import { z } from 'zod';
import { asTrouble } from '../../trouble/as-trouble.js';
import { TroubleError } from '../../trouble/trouble-error.js';

/** What brings a key of its own, changes what is signed, or demands what nobody here knows. */
const refused = ['crit', 'b64', 'jwk', 'jku', 'x5u', 'zip'];

const headerSchema = z.looseObject({
  typ: z.literal('oauth-authz-req+jwt'),
  alg: z.enum(['ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA']),
  kid: z.string().min(1).max(2048).optional(),
  x5c: z.array(z.string().min(1).max(16_384)).min(1).max(8).optional(),
});

export interface RequestObject {
  header: z.infer<typeof headerSchema>;
  claims: Record<string, unknown>;
  signingInput: Uint8Array;
  signature: Uint8Array;
}

/**
 * Takes a request object apart (RFC 9101 §4). Nothing of it is trusted before its signature is verified.
 * @throws TroubleError REQUEST_UNSIGNED for `alg: none`, REQUEST_INVALID
 */
export function openRequestObject(token: string): Promise<RequestObject> {
  return asTrouble('REQUEST_INVALID', () => {
    const parts = token.split('.');
    const [head = '', payload = '', signature = ''] = parts;
    const read = (part: string) => parseStrictJsonBytes(base64urlDecode(part), 'request object');
    const header = read(head);
    if (isUnsigned(header)) throw new TroubleError('REQUEST_UNSIGNED', 'The request is not signed.');
    if (parts.length !== 3) throw new TypeError('The request is not a compact JWS.');
    const found = refused.find((name) => Object.hasOwn(header as object, name));
    if (found !== undefined) throw new TypeError(`The header of the request must not have “${found}”.`);
    const claims = z.record(z.string(), z.unknown()).parse(read(payload));
    return {
      ...{ header: headerSchema.parse(header), claims },
      signingInput: new TextEncoder().encode(`${head}.${payload}`),
      signature: base64urlDecode(signature),
    };
  });
}

function isUnsigned(header: unknown): boolean {
  const { alg } = z.looseObject({ alg: z.unknown() }).parse(header);
  return typeof alg === 'string' && alg.toLowerCase() === 'none';
}
