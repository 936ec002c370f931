import type { ICredentialVerifier, IResolver, TAgent } from '@veramo/core';
import { createAgent } from '@veramo/core';
import { CredentialProviderJWT } from '@veramo/credential-jwt';
import { CredentialPlugin } from '@veramo/credential-w3c';
import { DIDResolverPlugin } from '@veramo/did-resolver';
import type { DIDResolver } from 'did-resolver';
import { Resolver } from 'did-resolver';
import { getResolver } from 'ethr-did-resolver';
import type { World } from './world.js';

export type StockVeramo = TAgent<IResolver & ICredentialVerifier>;

/** A partner's Veramo agent, made as Veramo's documentation makes it: nothing in it is ours. */
export function stockVeramo({ rpcUrl, chainId, didRegistry }: World): StockVeramo {
  const name = `0x${chainId.toString(16)}`;
  const ethr = getResolver({ networks: [{ name, chainId, rpcUrl, registry: didRegistry }] });
  return createAgent<IResolver & ICredentialVerifier>({
    plugins: [
      new DIDResolverPlugin({ resolver: new Resolver({ ...ethr, jwk: resolveDidJwk }) }),
      new CredentialPlugin([new CredentialProviderJWT()]),
    ],
  });
}

/** did:jwk as its specification has it: the identifier is the key. */
const resolveDidJwk: DIDResolver = async (did, { id }) => {
  const publicKeyJwk = JSON.parse(Buffer.from(id, 'base64url').toString());
  const method = { id: `${did}#0`, type: 'JsonWebKey2020', controller: did, publicKeyJwk };
  return {
    didResolutionMetadata: {},
    didDocumentMetadata: {},
    didDocument: {
      id: did,
      verificationMethod: [method],
      authentication: [method.id],
      assertionMethod: [method.id],
    },
  };
};
