import { type Sign, signCompactJws } from '@eslabon/credentials';
import {
  type CallbackContext,
  clientAuthenticationAnonymous,
  type JwtSignerJwk,
  Oauth2Client,
  setGlobalConfig,
} from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { randomBytes } from '../keys/bytes.js';
import type { HolderKey } from '../keys/key-ring.js';
import { boundedFetch, type Fetch } from '../net/bounded-fetch.js';

// The library would refuse agents on the machine itself, over http; our fetch lets these through and no others.
setGlobalConfig({ allowInsecureUrls: true });

/** The client side of OpenID4VCI with one key of the wallet. */
export interface IssuanceClient {
  issuance: Openid4vciClient;
  authorization: Oauth2Client;
  /** The key: the holder's in proofs, and for the device's own the one that tokens are bound to. */
  signer: JwtSignerJwk;
  callbacks: Callbacks;
}

type Callbacks = Omit<CallbackContext, 'verifyJwt' | 'decryptJwe' | 'encryptJwe'>;

export function issuanceClient({
  keys,
  fetch,
}: {
  keys: Omit<HolderKey, 'did'>;
  fetch: Fetch;
}): IssuanceClient {
  const callbacks = callbacksOf(keys, boundedFetch(fetch));
  return {
    issuance: new Openid4vciClient({ callbacks }),
    authorization: new Oauth2Client({ callbacks }),
    callbacks,
    signer: { method: 'jwk', publicJwk: { ...keys.publicJwk }, alg: 'ES256' },
  };
}

function callbacksOf({ sign, publicJwk }: Omit<HolderKey, 'did'>, fetch: Fetch): Callbacks {
  return {
    fetch,
    hash: async (data, algorithm) =>
      new Uint8Array(await crypto.subtle.digest(algorithm.toUpperCase(), Uint8Array.from(data))),
    generateRandom: (bytes) => randomBytes(bytes),
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: async (_signer, { header, payload }) => ({
      jwt: await signAny(header, payload, sign),
      signerJwk: { ...publicJwk },
    }),
  };
}

/** The library decides on the header; there is only one key to sign with. */
function signAny(header: object, payload: object, sign: Sign): Promise<string> {
  return signCompactJws({ ...header, alg: 'ES256' }, payload, sign);
}
