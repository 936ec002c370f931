import { isIP } from 'node:net';
import { createCertificateRequest } from './issuance/chain/create-certificate-request.js';
import type { AgentConfig } from './platform/config/agent-config.js';
import { openDatabase } from './platform/database/open-database.js';
import { openKeyRing } from './platform/keys/open-key-ring.js';

type Settings = Pick<AgentConfig, 'country' | 'name' | 'dataDir' | 'masterKey' | 'publicUrl'> & {
  deployment: Pick<AgentConfig['deployment'], 'chainId'>;
};

/**
 * A request for the certificate that `issuance.x509` is about, by the key that signs SD-JWT VCs; the key is made where
 * there is none yet. It may be asked for while the agent runs.
 * @param organization name in the certificate; the authority's unless given
 * @returns PEM
 * @throws EslabonError KEY_SEALED, INPUT_INVALID
 */
export async function requestCertificate(
  { country, name, dataDir, masterKey, publicUrl, deployment }: Settings,
  organization = name,
): Promise<string> {
  const hostname = publicUrl === undefined ? '' : new URL(publicUrl).hostname;
  const host = hostname.includes('.') && isIP(hostname) === 0 ? hostname : undefined;
  const database = await openDatabase(dataDir);
  try {
    const { did, key } = await openKeyRing(database, masterKey, deployment.chainId);
    return createCertificateRequest({ key: key('delegate-1'), country, organization, did, host });
  } finally {
    await database.close();
  }
}
