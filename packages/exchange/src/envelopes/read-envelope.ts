import { vcdm2Context } from '@eslabon/core';
import type { JsonObject } from '@eslabon/data-integrity';

export type EnvelopeType = 'EnvelopedVerifiableCredential' | 'EnvelopedVerifiablePresentation';

/** Whether a value says by its type that it envelops a secured credential or presentation (VCDM 2.0 §4.13). */
export function isEnvelope(value: unknown, type: EnvelopeType): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return [(value as JsonObject).type].flat().includes(type);
}

/** Longest token in an envelope, in characters. */
const maxLength = 262_144;

/**
 * The media type and the token of an envelope: its `id` is a `data:` URL, of COSE in base64 (VC-JOSE-COSE §3.3.3), its
 * type one, its context that of VCDM 2.0, and nothing stands beside these that somebody might take for a claim.
 * `undefined` for anything else.
 */
export function readEnvelope(
  { '@context': context, id, type, ...others }: JsonObject,
  envelopeType: EnvelopeType,
): { mediaType: string; token: string } | undefined {
  const contexts = [context].flat();
  const types = [type].flat();
  if (contexts.length !== 1 || contexts[0] !== vcdm2Context) return undefined;
  if (types.length !== 1 || types[0] !== envelopeType || Object.keys(others).length > 0) return undefined;
  if (typeof id !== 'string' || id.length > maxLength) return undefined;
  const [, mediaType, base64, token] = /^data:([a-z]+\/[a-z0-9.+-]+)(;base64)?,(.+)$/s.exec(id) ?? [];
  if (mediaType === undefined || token === undefined) return undefined;
  return mediaType.endsWith('+cose') === (base64 !== undefined) ? { mediaType, token } : undefined;
}
