import { parseSdJwt } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuanceGrantTable } from '../../../customs/src/issuance/issuance-tables.js';
import {
  issueSample,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../../../customs/src/testing/index.js';
import { setUpWallet } from '../testing/test-wallet.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  await startIssuing(agent);
});

afterAll(() => network.stop());

describe('receiving from an agent', () => {
  it('takes the certificate up by reference, as dc+sd-jwt bound to the device, and tells the issuer', async () => {
    const wallet = await setUpWallet({ origin: agent.url });
    const { id } = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, id);
    const preview = await wallet.session.readOffer(offerUrl);
    expect(preview).toMatchObject({
      issuer: { url: agent.url, name: 'Aduana de PE' },
      txCode: { numeric: true },
    });
    const held = await wallet.session.acceptOffer(txCode);
    const [certificate] = wallet.ready().certificates;
    expect(certificate).toMatchObject({
      id: held,
      state: 'unknown',
      issuer: { country: 'PE', url: agent.url },
      recognitions: [],
    });
    const [row] = wallet.store.kept.certificates;
    expect(parseSdJwt(row?.token ?? '').jws.header.typ).toBe('dc+sd-jwt');
    const grant = await agent.agent.parts.database.read.findOneByOrFail(issuanceGrantTable, {
      certificateId: id,
    });
    expect(grant).toMatchObject({ holder: wallet.ready().did, event: 'credential_accepted' });
  });
});
