import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DcqlQuery } from '@credo-ts/core';
import { type CredoAgent, type CredoOptions, createDid, startCredo } from './credo-agent.js';

export interface CredoVerifier {
  credo: CredoAgent;
  /** Asks for what a query says, and names itself by its did:jwk. */
  ask(query: DcqlQuery, responseMode: 'direct_post' | 'direct_post.jwt'): Promise<CredoQuestion>;
  stop(): Promise<void>;
}

export interface CredoQuestion {
  /** openid4vp:// link. */
  request: string;
  /** How the session stands: `ResponseVerified` when Credo believed the answer, `Error` with a message when not. */
  session(): Promise<{ state: string; errorMessage?: string }>;
  /** What Credo verified, once it did. */
  claims(): Promise<Record<string, unknown>>;
}

/** Credo as a verifier of somebody else, with its own endpoints on a free port. */
export async function startCredoVerifier(options: Omit<CredoOptions, 'verifier'>): Promise<CredoVerifier> {
  // Credo wants to know its address before it makes the handler.
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credo = await startCredo({ ...options, verifier: `http://127.0.0.1:${port}/oid4vp` });
  const { verifier, config } = credo.openid4vc;
  if (verifier === undefined || config.app === undefined) throw new Error('Credo is no verifier.');
  server.on('request', config.app);
  const { verifierId } = await verifier.createVerifier({
    clientMetadata: { client_name: 'Puerto de Callao' },
  });
  const { didUrl } = await createDid(credo);
  return {
    credo,
    async ask(query, responseMode) {
      const requestSigner = { method: 'did', didUrl } as const;
      const { authorizationRequest, verificationSession } = await verifier.createAuthorizationRequest({
        ...{ verifierId, requestSigner, responseMode, dcql: { query } },
      });
      const { id } = verificationSession;
      return {
        request: authorizationRequest,
        session: () => verifier.getVerificationSessionById(id),
        async claims() {
          const { dcql } = await verifier.getVerifiedAuthorizationResponse(id);
          const [[presentation]] = Object.values(dcql?.presentations ?? {}) as unknown as [
            [{ prettyClaims: object }],
          ];
          return { ...presentation.prettyClaims };
        },
      };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await credo.shutdown();
    },
  };
}
