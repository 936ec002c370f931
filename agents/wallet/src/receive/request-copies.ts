import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import { type CopyKey, createCopyKey, openCopyKey, type StoredCopyKey } from '../keys/copy-keys.js';
import type { Desk } from '../session/desk.js';
import { refusalOf } from './issuer-trouble.js';
import { type CredentialWish, type Issued, requestCredential } from './request-credential.js';

/** How many copies are asked for at a time, the device's own among them. */
const most = 10;

/** What an issuer gave, and the keys of the copies that it was asked for. */
export interface Requested {
  issued: Issued;
  copyKeys: readonly StoredCopyKey[];
}

/**
 * Asks for a certificate: a copy for the device's own key, and as many for keys that nobody has seen as the issuer gives
 * at a time. A token that is bound to no key is good for the keys that the certificate went to before, and for no others;
 * so are those of issuers that refuse new ones.
 * @param known keys of the copies that are held; absent when the certificate is received the first time
 * @throws TroubleError ISSUER_REFUSED, ANSWER_INVALID, or what the network throws
 */
export async function requestCopies(
  desk: Pick<Desk, 'keys' | 'fetch'>,
  wish: Omit<CredentialWish, 'holders'>,
  known?: readonly StoredCopyKey[],
): Promise<Requested> {
  const { keys } = desk;
  const count = copyCount(wish);
  const ask = async (copyKeys: readonly CopyKey[]): Promise<Requested> => ({
    issued: await requestCredential(desk, { ...wish, holders: [keys, ...copyKeys] }),
    copyKeys: copyKeys.map(({ stored }) => stored),
  });
  const askKnown = async (held: readonly StoredCopyKey[]) =>
    ask(await Promise.all(held.slice(0, count).map((key) => openCopyKey(keys, key))));
  if (known !== undefined && !wish.access.isBound) return askKnown(known);
  try {
    return await ask(await Promise.all(Array.from({ length: count }, () => createCopyKey(keys))));
  } catch (error) {
    if (known === undefined || !isDenied(error)) throw error;
    return askKnown(known);
  }
}

/** How many copies an issuer gives besides the one for the device's own key. Other forms show all of themselves anyway. */
function copyCount({ metadata, configuration }: Pick<CredentialWish, 'metadata' | 'configuration'>): number {
  const { batch_credential_issuance: batch, credential_configurations_supported: all } =
    metadata.credentialIssuer satisfies IssuerMetadataResult['credentialIssuer'];
  if (all[configuration]?.format !== 'dc+sd-jwt') return 0;
  return Math.max(Math.min(Math.floor(batch?.batch_size ?? 1), most) - 1, 0);
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && refusalOf(error.cause)?.error === 'credential_request_denied';
}
