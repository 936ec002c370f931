import { vcdm2Context } from '@eslabon/core';
import { z } from 'zod';
import { parseWith } from './credential-errors.js';

const context = z.union([z.literal(vcdm2Context), z.tuple([z.literal(vcdm2Context)])]);
const types = (type: string) => z.union([z.literal(type), z.tuple([z.literal(type)])]);

const credential = 'EnvelopedVerifiableCredential';

const envelopes = {
  'vc+jwt': envelope(credential, 'data:application/vc+jwt,'),
  'vc+sd-jwt': envelope(credential, 'data:application/vc+sd-jwt,'),
  'vc+cose': envelope(credential, 'data:application/vc+cose;base64,'),
  'vp+jwt': envelope('EnvelopedVerifiablePresentation', 'data:application/vp+jwt,'),
} as const;

function envelope(type: string, prefix: string) {
  const schema = z.strictObject({
    '@context': context,
    id: z.string().startsWith(prefix),
    type: types(type),
  });
  return { type, prefix, schema };
}

export type EnvelopedFormat = keyof typeof envelopes;

/**
 * The format that an object says it envelops, by its `type` and the media type in its `id`; the format of a JWT where
 * the `id` names none, so that the object can be refused for what it lacks.
 */
export function envelopedFormat(object: Record<string, unknown>): EnvelopedFormat | undefined {
  const named = Array.isArray(object.type) ? object.type : [object.type];
  const { id } = object;
  const possible = (Object.keys(envelopes) as EnvelopedFormat[]).filter((format) =>
    named.includes(envelopes[format].type),
  );
  const meant = possible.find((format) => typeof id === 'string' && id.startsWith(envelopes[format].prefix));
  return meant ?? possible[0];
}

/**
 * The token in an EnvelopedVerifiableCredential or EnvelopedVerifiablePresentation (VCDM 2.0 §4.13): a `data:` URL
 * of the media type, and no other member that someone might mistake for a claim.
 * @throws EslabonError CREDENTIAL_SCHEMA
 */
export function envelopedToken(object: unknown, format: EnvelopedFormat): string {
  const { schema, prefix, type } = envelopes[format];
  return parseWith(schema, object, type).id.slice(prefix.length);
}
