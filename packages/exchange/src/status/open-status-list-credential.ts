import { checkCredential, checkValidity, type JsonObject } from '@eslabon/data-integrity';
import { openToken } from '../envelopes/open-token.js';
import { isEnvelope, readEnvelope } from '../envelopes/read-envelope.js';
import type { VerifierPorts } from '../verify/verifier-ports.js';
import { checkProofs } from '../verify/verify-credential.js';
import { statusListRefused, statusListUnresolved } from './status-list-errors.js';

/**
 * Verifies the credential of a status list as any credential, but for its own status, which would never end. A text is a
 * token, an object a credential with a proof or an envelope.
 * @throws EslabonError STATUS_LIST_REFUSED; STATUS_LIST_UNREACHABLE when its key could not be looked up
 */
export async function openStatusListCredential(
  fetched: unknown,
  url: string,
  ports: VerifierPorts,
): Promise<JsonObject> {
  const envelope = isEnvelope(fetched, 'EnvelopedVerifiableCredential')
    ? readEnvelope(fetched, 'EnvelopedVerifiableCredential')
    : undefined;
  const token = envelope?.mediaType === 'application/vc+jwt' ? envelope.token : fetched;
  const credential =
    typeof token === 'string' ? await fromToken(token, url, ports) : await fromProof(token, url, ports);
  const wrong = [...(await checkCredential(credential)), ...checkValidity(credential, ports.now())][0];
  if (wrong !== undefined) throw statusListRefused(url, `is no sound credential: ${wrong.message}`);
  return credential;
}

async function fromToken(token: string, url: string, ports: VerifierPorts): Promise<JsonObject> {
  const { document, result } = await openToken(token, 'application/vc+jwt', {}, ports);
  if (result.outcome === 'unknown') throw statusListUnresolved(url);
  if (document === undefined)
    throw statusListRefused(url, `is not verified: ${result.problems[0]?.detail ?? ''}`);
  return document;
}

async function fromProof(fetched: unknown, url: string, ports: VerifierPorts): Promise<JsonObject> {
  const { outcome, problems } = await checkProofs(fetched, 'assertionMethod', {}, ports);
  if (outcome === 'unknown') throw statusListUnresolved(url);
  if (outcome === 'fail') throw statusListRefused(url, `is not verified: ${problems[0]?.detail ?? ''}`);
  return fetched as JsonObject;
}
