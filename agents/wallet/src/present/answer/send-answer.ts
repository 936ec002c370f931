import { shown } from '@eslabon/core';
import { CompactEncrypt, importJWK } from 'jose';
import { boundedFetch, type Fetch } from '../../net/bounded-fetch.js';
import { requireAddress } from '../../net/require-address.js';
import type { Trouble } from '../../session/contract.js';
import type { VerifiedRequest } from '../request/verify-request.js';
import type { EncryptionTarget } from './encryption-target.js';

/** What came of an answer. */
export type Sent = { redirectUri?: string | undefined } | { trouble: Trouble };

type Target = Pick<VerifiedRequest, 'responseUri' | 'state' | 'encryption'>;

/**
 * Sends presentations to the verifier (OpenID4VP 1.0 §8.2), encrypted where it asked for that (§8.3).
 * @param vpToken presentations by the id of the query that they answer
 * @throws TroubleError UNREACHABLE, ANSWER_TOO_LARGE
 */
export async function sendAnswer(
  fetch: Fetch,
  { responseUri, state, encryption }: Target,
  vpToken: Record<string, readonly string[]>,
): Promise<Sent> {
  const answer = { vp_token: vpToken, ...(state !== undefined && { state }) };
  const form: Record<string, string> =
    encryption === undefined
      ? { ...answer, vp_token: JSON.stringify(vpToken) }
      : { response: await encrypt(answer, encryption) };
  return post(fetch, responseUri, form);
}

/** Says that the person declined (§8.5). @throws TroubleError UNREACHABLE */
export function sendRefusal(fetch: Fetch, { responseUri, state }: Target): Promise<Sent> {
  return post(fetch, responseUri, { error: 'access_denied', ...(state !== undefined && { state }) });
}

async function encrypt(answer: object, { jwk, enc }: EncryptionTarget): Promise<string> {
  const alg = 'ECDH-ES';
  const header = { alg, enc, ...(jwk.kid !== undefined && { kid: jwk.kid }) };
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answer)))
    .setProtectedHeader(header)
    .encrypt(await importJWK({ ...jwk, alg }));
}

async function post(fetch: Fetch, url: URL, form: Record<string, string>): Promise<Sent> {
  const bounded = boundedFetch(fetch, { maxBytes: 65_536 });
  const response = await bounded(url, { method: 'POST', body: new URLSearchParams(form) });
  const answer = await jsonOf(response);
  if (response.ok) return { redirectUri: safeAddress(answer.redirect_uri) };
  const { error, error_description: sentence } = answer;
  const code = typeof error === 'string' ? error.slice(0, 80) : 'VERIFIER_REFUSED';
  return { trouble: { code, message: shown(sentence ?? `HTTP ${response.status}`, 500) } };
}

async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** An address that the screens may offer to go to; any other is not worth failing over. */
function safeAddress(address: unknown): string | undefined {
  try {
    return typeof address === 'string' ? requireAddress(address).href : undefined;
  } catch {
    return undefined;
  }
}
