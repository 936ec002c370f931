import { decodeHeader, decodeQbftExtraData, encodeHeader, encodeQbftExtraData } from '@eslabon/bundle';
import { describe, expect, it } from '@jest/globals';
import { readSharedVectors } from './read-shared-vectors.js';

interface HeaderVector {
  name: string;
  kind: 'qbft' | 'ibft2';
  number: number;
  rlp: string;
  proposer: string;
  validators: string[];
  round: number;
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

  const extraDataOf = ({ rlp }: HeaderVector) => {
    const { fields } = decodeHeader(Uint8Array.from(Buffer.from(rlp.slice(2), 'hex')));
    return Uint8Array.from(Buffer.from(fields.extraData.slice(2), 'hex'));
  };
  const of = (kind: HeaderVector['kind']) => vectors.filter((vector) => vector.kind === kind);

  it('has QBFT and IBFT 2.0 among them', () => {
    expect(of('qbft').length).toBeGreaterThan(0);
    expect(of('ibft2').length).toBeGreaterThan(0);
  });

  it.each(of('qbft').map((vector) => [vector.name, vector] as const))(
    'the extra data of %s name its validators and its round, and encode',
    (_name, vector) => {
      const encoded = extraDataOf(vector);
      const extraData = decodeQbftExtraData(encoded);
      expect(extraData.validators).toEqual(vector.validators);
      expect(extraData.round).toBe(vector.round);
      expect(encodeQbftExtraData(extraData)).toEqual(encoded);
    },
  );

  it.each(of('ibft2').map((vector) => [vector.name, vector] as const))(
    'the extra data of %s are not taken for those of QBFT',
    (_name, vector) => {
      expect(() => decodeQbftExtraData(extraDataOf(vector))).toThrow(
        expect.objectContaining({ code: 'HEADER_MALFORMED' }),
      );
    },
  );
});
