import { vcdm2Context } from '@eslabon/core';
import { z } from 'zod';
import { parseWith } from './credential-errors.js';

const context = z.union([z.literal(vcdm2Context), z.tuple([z.literal(vcdm2Context)])]);
const types = (type: string) => z.union([z.literal(type), z.tuple([z.literal(type)])]);

const envelopes = {
  'vc+jwt': envelope('EnvelopedVerifiableCredential', 'data:application/vc+jwt,'),
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

/** The format that an object says it envelops, by its `type`. */
export function envelopedFormat(object: Record<string, unknown>): EnvelopedFormat | undefined {
  const named = Array.isArray(object.type) ? object.type : [object.type];
  return (Object.keys(envelopes) as EnvelopedFormat[]).find((format) =>
    named.includes(envelopes[format].type),
  );
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
