import { EslabonError, vcdm2Context } from '@eslabon/core';
import { isRecord } from '../../json/is-record.js';
import { malformed } from '../../secured/credential-errors.js';
import { maxCredentials } from '../../secured/limits.js';

/** A credential carried in a presentation, as it was issued. Nobody has opened it yet. */
export interface Envelope {
  /** `application/vc+jwt`, `application/vc+sd-jwt` or `application/vc+cose`. */
  mediaType: string;
  secured: string;
}

/** How `data:` URLs carry each securing: texts as they are, COSE in base64 (VC-JOSE-COSE §3.3.3). */
const prefixes: Readonly<Record<string, string>> = {
  'application/vc+jwt': 'data:application/vc+jwt,',
  'application/vc+sd-jwt': 'data:application/vc+sd-jwt,',
  'application/vc+cose': 'data:application/vc+cose;base64,',
};

const members = ['@context', 'id', 'type'];

/**
 * The enveloped credentials of a presentation (VCDM 2.0 §4.13.1), at most 20. A credential that is not enveloped is
 * refused: in a token it would be secured by nothing (VC-JOSE-COSE §3.1.2).
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_TOO_LARGE
 */
export function envelopedCredentials(value: unknown): Envelope[] {
  if (value === undefined) return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.length > maxCredentials) {
    throw new EslabonError(
      'CREDENTIAL_TOO_LARGE',
      `The presentation has ${items.length} credentials; at most ${maxCredentials} are read.`,
    );
  }
  return items.map((item, at) => readEnvelope(item, `Credential ${at + 1} of the presentation`));
}

function readEnvelope(item: unknown, which: string): Envelope {
  if (!isRecord(item) || ![item.type].flat().includes('EnvelopedVerifiableCredential')) {
    throw malformed(`${which} is not an EnvelopedVerifiableCredential.`);
  }
  const other = Object.keys(item).find((name) => !members.includes(name));
  if (other !== undefined)
    throw malformed(`${which} has the member “${other.slice(0, 40)}” beside its token.`);
  if ([item['@context']].flat()[0] !== vcdm2Context)
    throw malformed(`${which} has not the context of VCDM 2.0.`);
  const { id } = item;
  const found = Object.entries(prefixes).find(
    ([, prefix]) => typeof id === 'string' && id.startsWith(prefix),
  );
  const secured = found === undefined ? '' : (id as string).slice(found[1].length).trim();
  if (found === undefined || secured === '') {
    throw malformed(
      `${which} carries no token in its id: a data: URL of ${Object.keys(prefixes).join(', ')}.`,
    );
  }
  return { mediaType: found[0], secured };
}
