import { formatEthrDid } from '@eslabon/core';
import { testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDelegate, type ChangedDid, changeDid, changeOwner } from '../testing/change-did.js';
import { startTestNetwork, type TestAgent, type TestNetwork } from '../testing/index.js';
import { didError, didResult, resolveDid, resolveToResult } from '../testing/resolve-did.js';

const key = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
const nobody = '0'.repeat(40);
const didOf = (label: string) => formatEthrDid({ chainId: 648_540, address: testAccount(label).address });

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const get = (target: string, accept?: string) => resolveDid(agent.url, target, accept);
const getResult = (target: string) => resolveToResult(agent.url, target);
const change = (label: string, data: Parameters<typeof changeDid>[2]) => changeDid(network, label, data);

/** Lets the chain's clock go on: blocks may come within the same second. */
const pass = (seconds: number) => network.chain.request('evm_increaseTime', [seconds]);

describe('“deactivated 410”', () => {
  it('an identity whose owner is the zero address, for ever', async () => {
    const label = 'deactivated';
    const did = didOf(label);
    const before = await change(label, addDelegate('11'.repeat(20)));
    const gone = await change(label, changeOwner(nobody));
    // The contract lets the first key act again; the DID does not come back.
    await change(label, addDelegate('22'.repeat(20)));
    for (const accept of [didResult, 'application/did+json']) {
      const { status, type, body } = await get(did, accept);
      expect({ status, type, body }).toEqual({
        status: 410,
        type: didResult,
        body: {
          didResolutionMetadata: {},
          didDocument: null,
          didDocumentMetadata: {
            deactivated: true,
            versionId: `${gone.number}`,
            updated: new Date(gone.timestamp * 1000).toISOString().replace('.000', ''),
          },
        },
      });
    }
    const earlier = await getResult(`${did}?versionId=${before.number}`);
    expect(earlier.didDocument).toMatchObject({
      id: did,
      assertionMethod: [`${did}#controller`, `${did}#delegate-1`],
    });
    expect(earlier.didDocumentMetadata).toMatchObject({ nextVersionId: `${gone.number}` });
  });
});

describe('“?versionId= and ?versionTime= answer from the event index”', () => {
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '');

  it('at the block and at the instant, with the chain or without it', async () => {
    const label = 'versions';
    const did = didOf(label);
    const changes: ChangedDid[] = [];
    for (const delegate of ['11', '22', '33']) {
      await pass(2);
      changes.push(await change(label, addDelegate(delegate.repeat(20))));
    }
    const counted = async () => {
      const found: [string, number | undefined][] = [];
      for (const { number, timestamp } of changes) {
        for (const query of [`versionId=${number}`, `versionTime=${iso(timestamp)}`]) {
          const { didDocument, didDocumentMetadata } = await getResult(`${did}?${query}`);
          const methods = (didDocument as { verificationMethod?: unknown[] } | null)?.verificationMethod;
          expect(didDocumentMetadata).toMatchObject({ versionId: `${number}`, updated: iso(timestamp) });
          found.push([query, methods?.length]);
        }
      }
      const first = await getResult(`${did}?versionTime=${iso((changes[0]?.timestamp as number) - 1)}`);
      expect(first.didDocumentMetadata).toEqual({
        nextVersionId: `${changes[0]?.number}`,
        nextUpdate: iso(changes[0]?.timestamp as number),
      });
      return found.map(([, methods]) => methods);
    };
    expect(await counted()).toEqual([2, 2, 3, 3, 4, 4]);
    // The newest instant that was asked about has to be behind the newest block.
    await pass(2);
    await change('somebody else', addDelegate('44'.repeat(20)));
    await agent.agent.parts.follower.sync();
    await network.stopChain();
    expect(await counted()).toEqual([2, 2, 3, 3, 4, 4]);
    const { status, headers, body } = await get(did);
    const { detail: _, ...error } = didError('INTERNAL_ERROR').didResolutionMetadata.error;
    expect({ status, body }).toEqual({
      status: 503,
      body: { didResolutionMetadata: { error }, didDocument: null, didDocumentMetadata: {} },
    });
    expect(headers.get('retry-after')).toBe('5');
    expect((await get(key)).status).toBe(200);
  });
});
