import { sdJwtVc } from '../sd-jwt-vc/sd-jwt-vc-content.js';
import { coseSign1 } from './containers/cose-sign1.js';
import { jws } from './containers/jws.js';
import { sdJwt } from './containers/sd-jwt.js';
import { credential } from './contents/credential.js';
import { presentation } from './contents/presentation.js';
import type { Securing } from './securing.js';

const vc = 'application/vc';
const vp = 'application/vp';
const hasVct = (claims: Record<string, unknown>): boolean => Object.hasOwn(claims, 'vct');

/**
 * Every securing that is known. To add one: write its container (how bytes are signed) or its content (which rules
 * hold inside) if it is not here yet, and add a line. The media type in the token's protected header chooses the line;
 * nothing is ever tried.
 */
export const securings = [
  { mediaType: 'application/vc+jwt', contentType: vc, container: jws, content: credential },
  { mediaType: 'application/vp+jwt', contentType: vp, container: jws, content: presentation },
  {
    mediaType: 'application/vc+sd-jwt',
    contentType: vc,
    container: sdJwt,
    content: credential,
    when: (claims) => !hasVct(claims),
  },
  { mediaType: 'application/vp+sd-jwt', contentType: vp, container: sdJwt, content: presentation },
  { mediaType: 'application/vc+cose', contentType: vc, container: coseSign1, content: credential },
  { mediaType: 'application/vp+cose', contentType: vp, container: coseSign1, content: presentation },
  { mediaType: 'application/dc+sd-jwt', container: sdJwt, content: sdJwtVc },
  // SD-JWT VC was called so until its draft 6, as VC-JOSE-COSE calls its own to this day.
  { mediaType: 'application/vc+sd-jwt', container: sdJwt, content: sdJwtVc, when: hasVct },
] as const satisfies readonly Securing[];

export type SecuredMediaType = (typeof securings)[number]['mediaType'];
