import type { Did } from '@eslabon/core';
import type { ICredentialIssuer, IDIDManager, IKeyManager, IResolver, TAgent } from '@veramo/core';
import { createAgent } from '@veramo/core';
import { CredentialProviderJWT } from '@veramo/credential-jwt';
import { CredentialPlugin } from '@veramo/credential-w3c';
import { DIDManager } from '@veramo/did-manager';
import { EthrDIDProvider } from '@veramo/did-provider-ethr';
import { DIDResolverPlugin } from '@veramo/did-resolver';
import { KeyManager } from '@veramo/key-manager';
import { AuthorityDidStore } from '../did/authority-did-store.js';
import { createDidResolver } from '../did/create-did-resolver.js';
import { didProviderName } from '../did/did-provider-name.js';
import type { DidChain } from '../did/ethr-network.js';
import { ethrNetwork } from '../did/ethr-network.js';
import type { AeoCredentialMethods } from '../issuing/aeo-credential-issuer.js';
import { AeoCredentialIssuer } from '../issuing/aeo-credential-issuer.js';
import type { AgentKeys } from '../keys/agent-keys.js';
import { PortKeyStore } from '../keys/port-key-store.js';
import { PortKms } from '../keys/port-kms.js';
import { kmsName } from '../keys/to-managed-key.js';

export interface KernelOptions {
  /** The authority's DID; its chain id must be the chain's. */
  did: Did;
  keys: AgentKeys;
  chain: DidChain;
}

/**
 * The methods that the kernel lets through. Veramo's verifyCredential and verifyPresentation are left out on purpose:
 * they answer "verified" for revoked, altered and forged credentials (test/interop/veramo.test.ts shows each case). So is
 * all that would change keys or DIDs.
 */
const authorizedMethods = [
  'keyManagerGetKeyManagementSystems',
  'keyManagerGet',
  'keyManagerSign',
  'didManagerGetProviders',
  'didManagerFind',
  'didManagerGet',
  'resolveDid',
  'getDIDComponentById',
  'createVerifiableCredential',
  'aeoCreateVcJwt',
  'aeoCreateVc11Jwt',
] as const;

type AuthorizedMethod = (typeof authorizedMethods)[number];

type VeramoMethods = IKeyManager & IDIDManager & IResolver & ICredentialIssuer & AeoCredentialMethods;

/** A Veramo agent with the methods of {@link KernelMethods} only. */
export type Kernel = TAgent<KernelMethods>;
export type KernelMethods = Pick<VeramoMethods, AuthorizedMethod>;

/**
 * Makes the agent's kernel: keys through the port, one did:ethr identifier, its resolution on the chain, and the
 * issuing of AEO credentials.
 * @throws EslabonError CONFIG_INVALID when the DID belongs to another chain.
 */
export function createKernel({ did, keys, chain }: KernelOptions): Kernel {
  const network = ethrNetwork(did, chain);
  const provider = didProviderName(did);
  return createAgent<KernelMethods>({
    authorizedMethods: [...authorizedMethods],
    plugins: [
      new KeyManager({ store: new PortKeyStore(keys), kms: { [kmsName]: new PortKms(keys) } }),
      new DIDManager({
        store: new AuthorityDidStore(did, keys),
        defaultProvider: provider,
        providers: { [provider]: new EthrDIDProvider({ defaultKms: kmsName, networks: [network] }) },
      }),
      new DIDResolverPlugin({ resolver: createDidResolver(network) }),
      new CredentialPlugin([new CredentialProviderJWT()]),
      new AeoCredentialIssuer({ did, keys }),
    ],
  });
}
