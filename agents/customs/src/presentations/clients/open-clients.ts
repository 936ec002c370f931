import type { PresentationRequest } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { RequestSigner } from '@eslabon/exchange';
import type { AgentParts } from '../../agent-parts.js';
import { authoritySigner } from '../../issuers/open-issuers.js';
import { type CertificatePrefix, readCertificateClient, type X509Files } from './read-certificate-client.js';

export interface ClientParts extends Pick<AgentParts, 'keys' | 'clock'> {
  /** Origin under which wallets reach this agent. */
  verifier: string;
  x509: X509Files | undefined;
}

export interface PresentationClients {
  /**
   * Whom a request is from, and who signs it.
   * @throws EslabonError INPUT_INVALID where there is no certificate, CONFIG_INVALID when it cannot be used any more
   */
  named(kind: PresentationRequest['clientId']): RequestSigner;
  /**
   * The one that a session was made with.
   * @throws EslabonError NOT_FOUND where it was named by the hash of a certificate that was renewed since
   */
  identified(clientId: string): RequestSigner;
}

/**
 * The client identifiers of this authority (OpenID4VP 1.0 §5.9.3). Certificate and key are read again for every request,
 * so that renewed ones are used without a restart; whether they can be used is found out now.
 * @throws EslabonError CONFIG_INVALID
 */
export function openClients({ keys, clock, verifier, x509 }: ClientParts): PresentationClients {
  const { verificationMethod: kid, algorithm, sign } = authoritySigner({ keys }, 'delegate-1');
  const byDid: RequestSigner = {
    clientId: `decentralized_identifier:${keys.did}`,
    ...{ kid, algorithm, sign },
  };
  const { hostname } = new URL(verifier);
  const byCertificate = (prefix: CertificatePrefix): RequestSigner => {
    if (x509 !== undefined) return readCertificateClient(x509, { prefix, host: hostname, now: clock() });
    throw new EslabonError('INPUT_INVALID', 'This agent has no certificate to name itself by.', {
      hints: ['Leave clientId out, or configure presentations.x509 (docs/presentations.md).'],
      details: { issues: [{ path: 'body.clientId', message: 'x509 is not configured' }] },
    });
  };
  if (x509 !== undefined) byCertificate('x509_san_dns');
  return {
    named: (kind) => (kind === 'did' ? byDid : byCertificate(kind === 'x509' ? 'x509_san_dns' : 'x509_hash')),
    identified(clientId) {
      if (clientId === byDid.clientId) return byDid;
      const signer = byCertificate(clientId.startsWith('x509_hash:') ? 'x509_hash' : 'x509_san_dns');
      if (signer.clientId === clientId) return signer;
      throw new EslabonError('NOT_FOUND', 'This request is by a certificate that was renewed since.', {
        hints: ['Ask the customs authority for another one.'],
      });
    },
  };
}
