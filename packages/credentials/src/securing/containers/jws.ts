import { joseAlgorithms } from '../../crypto/jose-key.js';
import { parseCompactJws } from '../../jws/parse-compact-jws.js';
import { signCompactJws } from '../../jws/sign-compact-jws.js';
import type { Container } from '../container.js';
import { maxSecuredCharacters } from '../limits.js';
import { headerType, mediaTypeOf } from '../media-type.js';
import { refuseSelective } from './refuse-selective.js';

/** Compact JWS (RFC 7515 §3.1), by its two full stops. */
export const jws: Container = {
  name: 'JWS',
  recognises: (secured) => typeof secured === 'string' && secured.includes('.') && !secured.includes('~'),
  take: (secured) => {
    const { header, payload, signingInput, signature } = parseCompactJws(secured as string, {
      maxBytes: maxSecuredCharacters,
      algorithms: joseAlgorithms,
    });
    return {
      ...headersOf(header),
      algorithm: header.alg,
      claims: payload,
      signingInput,
      signature,
    };
  },
  seal: async (claims, { mediaType, contentType, signer, issuedAt }, selective) => {
    refuseSelective('JWS', selective);
    const header = {
      alg: signer.algorithm,
      ...(signer.kid !== undefined && { kid: signer.kid }),
      typ: headerType(mediaType),
      ...(contentType !== undefined && { cty: headerType(contentType) }),
    };
    return signCompactJws(
      header,
      { ...claims, ...(issuedAt !== undefined && { iat: issuedAt }) },
      signer.sign,
    );
  },
};

/** What JWS headers say, under the names that all containers have. */
export function headersOf({ kid, typ, cty }: { kid?: string; typ?: string; cty?: string }) {
  const [mediaType, contentType] = [mediaTypeOf(typ), mediaTypeOf(cty)];
  return {
    ...(kid !== undefined && { kid }),
    ...(mediaType !== undefined && { mediaType }),
    ...(contentType !== undefined && { contentType }),
  };
}
