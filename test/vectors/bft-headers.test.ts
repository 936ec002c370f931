import { decodeHeader, encodeHeader } from '@eslabon/bundle';
import { describe, expect, it } from '@jest/globals';
import { readSharedVectors } from './read-shared-vectors.js';

interface HeaderVector {
  name: string;
  number: number;
  rlp: string;
  proposer: string;
}

const vectors = readSharedVectors<HeaderVector[]>('bft-headers.json');

/** Headers of real Besu networks, as third parties published them. */
describe('real QBFT and IBFT 2.0 headers', () => {
  it('are there', () => {
    expect(vectors.length).toBeGreaterThan(0);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s decodes and encodes',
    (_name, vector) => {
      const rlp = Uint8Array.from(Buffer.from(vector.rlp.slice(2), 'hex'));
      const header = decodeHeader(rlp);
      expect(header.number).toBe(vector.number);
      expect(header.fields.miner).toBe(vector.proposer);
      expect(header.fields.mixHash).toBe(
        '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365',
      );
      expect(Buffer.from(encodeHeader(header.fields)).toString('hex')).toBe(vector.rlp.slice(2));
    },
  );
});
