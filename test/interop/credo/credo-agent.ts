import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import {
  Agent,
  type AgentDependencies,
  DependencyManager,
  DidsModule,
  InjectionSymbols,
  type JwkDidCreateOptions,
  JwkDidRegistrar,
  JwkDidResolver,
  Kms,
  X509Module,
} from '@credo-ts/core';
import { OpenId4VcModule } from '@credo-ts/openid4vc';
import { EthrResolver, type EthrResolverOptions } from './ethr-resolver.js';
import { localFetch } from './local-fetch.js';
import { MemoryFileSystem } from './memory-file-system.js';
import { MemoryKeys } from './memory-keys.js';
import { MemoryStorage } from './memory-storage.js';

export interface CredoOptions {
  /** Whose DID resolution is asked about did:ethr; without one Credo knows of no such DIDs. */
  resolver?: EthrResolverOptions;
  /** Base URL of the verifier's endpoints, where it has them. */
  verifier?: string;
  /** Certificates of verifiers and their issuers that are trusted, base64 of DER. */
  trustedCertificates?: string[];
}

export type CredoAgent = Awaited<ReturnType<typeof startCredo>>;

const dependencies: AgentDependencies = {
  FileSystem: MemoryFileSystem,
  EventEmitterClass: EventEmitter,
  fetch: localFetch,
  // Never opened: nothing here goes by DIDComm.
  WebSocketClass: WebSocket as never,
};

/**
 * A Credo agent as its packages @credo-ts/core and @credo-ts/openid4vc make it. What it normally takes from
 * @credo-ts/node and @credo-ts/askar, whose native part does not come with npm, is in memory.
 */
export async function startCredo({ resolver, verifier, trustedCertificates = [] }: CredoOptions) {
  const manager = new DependencyManager();
  manager.registerInstance(InjectionSymbols.StorageService, new MemoryStorage());
  const agent = new Agent(
    {
      // Agents of tests answer over http, on the machine itself; an empty store counts as one of Credo 0.1.
      config: { allowInsecureHttpUrls: true, autoUpdateStorageOnStartup: true },
      dependencies,
      modules: {
        kms: new Kms.KeyManagementModule({ backends: [new MemoryKeys()] }),
        dids: new DidsModule({
          resolvers: [new JwkDidResolver(), ...(resolver === undefined ? [] : [new EthrResolver(resolver)])],
          registrars: [new JwkDidRegistrar()],
        }),
        x509: new X509Module({ trustedCertificates }),
        openid4vc: new OpenId4VcModule<null, null>(
          verifier === undefined ? {} : { verifier: { baseUrl: verifier } },
        ),
      },
    },
    manager,
  );
  await agent.initialize();
  return agent;
}

/** A key of its own, as did:jwk: the one kind of holder's DID that Credo and our agents share. */
export async function createDid(agent: CredoAgent): Promise<{ did: string; didUrl: string }> {
  const createKey = { type: { kty: 'EC', crv: 'P-256' } } as const;
  const { didState } = await agent.dids.create<JwkDidCreateOptions>({
    method: 'jwk',
    options: { createKey },
  });
  if (didState.state !== 'finished') throw new Error(`Credo made no did:jwk: ${JSON.stringify(didState)}`);
  return { did: didState.did, didUrl: `${didState.did}#0` };
}
