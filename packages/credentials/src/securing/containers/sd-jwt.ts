import { EslabonError } from '@eslabon/core';
import { createSdJwt } from '../../sd-jwt/create-sd-jwt.js';
import { looksLikeSdJwt, parseSdJwt } from '../../sd-jwt/parse-sd-jwt.js';
import { revealPayload } from '../../sd-jwt/reveal-payload.js';
import type { Container } from '../container.js';
import { maxSecuredCharacters } from '../limits.js';
import { headerType } from '../media-type.js';
import { headersOf } from './jws.js';

/** SD-JWT (RFC 9901), with or without key binding, by its tildes. */
export const sdJwt: Container = {
  name: 'SD-JWT',
  recognises: (secured) => typeof secured === 'string' && looksLikeSdJwt(secured),
  take: (secured) => {
    const parsed = parseSdJwt(secured as string, { maxBytes: maxSecuredCharacters });
    const { header, signingInput, signature } = parsed.jws;
    const { claims, disclosed } = revealPayload(parsed);
    return {
      ...headersOf(header),
      algorithm: header.alg,
      claims,
      signingInput,
      signature,
      selective: { sdJwt: parsed, disclosed },
    };
  },
  seal: async (claims, { mediaType, contentType, signer, issuedAt }, selective) => {
    if (selective === undefined) {
      throw new EslabonError('INPUT_INVALID', 'An SD-JWT needs to be told what its holder may withhold.');
    }
    return createSdJwt({
      ...selective,
      header: {
        alg: signer.algorithm,
        ...(signer.kid !== undefined && { kid: signer.kid }),
        typ: headerType(mediaType),
        ...(contentType !== undefined && { cty: headerType(contentType) }),
      },
      payload: { ...claims, ...(issuedAt !== undefined && { iat: issuedAt }) },
      sign: signer.sign,
    });
  },
};
