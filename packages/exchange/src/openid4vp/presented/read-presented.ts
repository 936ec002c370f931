import { EslabonError } from '@eslabon/core';
import {
  looksLikeSdJwt,
  type ParsedCredential,
  type ParsedPresentation,
  parseSecured,
  readAeoSdJwt,
} from '@eslabon/credentials';
import type { CredentialQueryId } from '../configuration.js';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';
import type { Presented } from './presented.js';

/** What a presentation under each id has to be. */
const forms = {
  certificate: { presentations: ['kb+jwt'], credentials: ['dc+sd-jwt'] },
  certificate_jwt: { presentations: ['vp+jwt', 'vp1-jwt'], credentials: ['vc+jwt', 'vc1-jwt'] },
  delegation: { presentations: ['vp+jwt'], credentials: ['vc+jwt', 'dc+sd-jwt'] },
} as const satisfies Record<
  Exclude<CredentialQueryId, 'certificate_ldp'>,
  { presentations: ParsedPresentation['format'][]; credentials: ParsedCredential['format'][] }
>;

export type TokenQueryId = keyof typeof forms;

/**
 * Reads a presentation that is a token: an SD-JWT with key binding, or a JWT around one credential.
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export function readPresented(id: TokenQueryId, presentation: unknown): Presented {
  if (typeof presentation !== 'string') {
    throw presentationRefused(refusalCodes.malformed, `A presentation for '${id}' is a text.`);
  }
  return refusing(() => {
    if (looksLikeSdJwt(presentation)) {
      const { parsed, ...shown } = readAeoSdJwt(presentation);
      return { id, parsed: requirePresentation(id, parsed), ...shown };
    }
    const parsed = requirePresentation(id, parseSecured(presentation));
    return { id, parsed, claims: plain(parsed.credentials[0] as ParsedCredential) };
  });
}

function requirePresentation(
  id: TokenQueryId,
  parsed: ParsedCredential | ParsedPresentation,
): ParsedPresentation {
  const { presentations, credentials } = forms[id];
  if (parsed.kind !== 'presentation') {
    throw presentationRefused(
      refusalCodes.notPresented,
      'The certificate was sent as it is: its holder has to present it, with proof of the key.',
    );
  }
  const fits = (list: readonly string[], format: string): boolean => list.includes(format);
  const [credential, ...others] = parsed.credentials;
  if (
    credential === undefined ||
    others.length > 0 ||
    !fits(presentations, parsed.format) ||
    !fits(credentials, credential.format) ||
    (parsed.delegation !== undefined) !== (id === 'delegation')
  ) {
    throw presentationRefused(
      refusalCodes.unasked,
      `What was presented is not what the query asks for under '${id}': one credential of its format.`,
    );
  }
  return parsed;
}

/** A credential that cannot be read is a refused answer, with the code that says why. */
function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asRefusal(error);
  }
}

export function asRefusal(error: unknown): unknown {
  if (!(error instanceof EslabonError) || error.code === 'PRESENTATION_REFUSED') return error;
  return presentationRefused(error.code, `What was presented is not accepted: ${error.message}`, error);
}

function plain({ claims }: ParsedCredential): Record<string, unknown> {
  return claims as unknown as Record<string, unknown>;
}
