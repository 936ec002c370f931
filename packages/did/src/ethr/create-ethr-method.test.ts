import { describe, expect, it } from '@jest/globals';
import { parseDid } from '../syntax/parse-did.js';
import { did, events, methodsOf, network, other } from '../testing/ethr-events.js';
import { checkEthrEvents } from './check-ethr-events.js';
import { createEthrMethod, type EthrReach } from './create-ethr-method.js';
import type { EthrEvent } from './ethr-event.js';

describe('versions', () => {
  const history = events({ type: 'veriKey', validTo: 1_015n }, { type: 'sigAuth' }, { owner: other });
  const reaches: EthrReach[] = [];
  const method = createEthrMethod({
    network,
    clock: () => new Date(1_500_000),
    chain: {
      async history(_identity, reach) {
        reaches.push(reach);
        return { head: { number: 40, timestamp: 1_400 }, events: history };
      },
      timestampOf: async (block) => 900 + 10 * block,
    },
  });
  const at = (version: Parameters<typeof method.resolve>[1]) => method.resolve(parseDid(did), version);
  const seen = async (version: Parameters<typeof method.resolve>[1]) => {
    const { didDocument, didDocumentMetadata } = await at(version);
    return [methodsOf(didDocument).length, didDocumentMetadata.versionId, didDocumentMetadata.nextVersionId];
  };

  it('by instant hold what expires against that instant, not against a block', async () => {
    expect(await seen({ kind: 'time', instant: 999 })).toEqual([0, undefined, '10']);
    expect(await seen({ kind: 'time', instant: 1_000 })).toEqual([1, '10', '11']);
    expect(await seen({ kind: 'time', instant: 1_010 })).toEqual([2, '11', '12']);
    // The first key expires between two blocks.
    expect(await seen({ kind: 'time', instant: 1_015 })).toEqual([2, '11', '12']);
    expect(await seen({ kind: 'time', instant: 1_016 })).toEqual([1, '11', '12']);
    expect(await seen({ kind: 'time', instant: 1_500 })).toEqual([1, '12', undefined]);
  });

  it('by block hold it against the timestamp of that block, changes or not', async () => {
    expect(await seen({ kind: 'id', versionId: '0' })).toEqual([0, undefined, '10']);
    expect(await seen({ kind: 'id', versionId: '9' })).toEqual([0, undefined, '10']);
    expect(await seen({ kind: 'id', versionId: '10' })).toEqual([1, '10', '11']);
    expect(await seen({ kind: 'id', versionId: '11' })).toEqual([2, '11', '12']);
    expect(await seen({ kind: 'id', versionId: '40' })).toEqual([1, '12', undefined]);
  });

  it('ask for no more of the chain than they need', async () => {
    reaches.length = 0;
    await at({ kind: 'latest' });
    await at({ kind: 'id', versionId: '12' });
    await at({ kind: 'time', instant: 1_000 });
    expect(reaches).toEqual(['newest', { block: 12 }, { instant: 1_000 }]);
  });

  it.each([
    ['DID_NOT_FOUND', { kind: 'id', versionId: '41' }],
    ['DID_NOT_FOUND', { kind: 'time', instant: 1_501 }],
    ['DID_OPTIONS_INVALID', { kind: 'id', versionId: 'latest' }],
    ['DID_OPTIONS_INVALID', { kind: 'id', versionId: '-1' }],
    ['DID_OPTIONS_INVALID', { kind: 'id', versionId: '9007199254740993' }],
  ] as const)('answer %s to %j', async (code, version) => {
    await expect(at(version)).rejects.toMatchObject({ code });
  });
});

describe('checkEthrEvents', () => {
  const history = events({ type: 'a' }, { type: 'b' }, { type: 'c' }, { type: 'd' });

  it('takes a history that is whole', () => {
    checkEthrEvents(history, 13);
    checkEthrEvents([], 0);
    const [first, second] = history as [EthrEvent, EthrEvent];
    // Two changes in one block: the second links to the block itself.
    checkEthrEvents([first, { ...second, blockNumber: 10, previousChange: 10 }], 10);
  });

  it('misses any event that is left out, and any two that are exchanged', () => {
    for (let at = 0; at < history.length; at++) {
      const without = history.filter((_, index) => index !== at);
      expect(() => checkEthrEvents(without, 13)).toThrow(
        expect.objectContaining({ code: 'CHAIN_INDEX_DIVERGED' }),
      );
    }
    expect(() => checkEthrEvents(history.toReversed(), 13)).toThrow();
    expect(() => checkEthrEvents(history, 14)).toThrow();
    expect(() => checkEthrEvents([], 1)).toThrow();
  });
});
