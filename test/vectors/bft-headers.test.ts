import type { BftExtraData } from '@eslabon/bundle';
import {
  blockHash,
  commitHash,
  decodeExtraData,
  decodeHeader,
  encodeExtraData,
  encodeHeader,
  quorumOf,
  verifySeals,
} from '@eslabon/bundle';
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
  commitHash: string;
  blockHash: string;
  signers: string[];
}

const vectors = readSharedVectors<HeaderVector[]>('bft-headers.json');
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.slice(2), 'hex'));
const hexOf = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`;

/** Headers of real Besu networks, as third parties published them. */
it('there are real headers of QBFT and of IBFT 2.0', () => {
  expect(new Set(vectors.map(({ kind }) => kind))).toEqual(new Set(['qbft', 'ibft2']));
});

describe.each(vectors.map((vector) => [vector.name, vector] as const))(
  'the real header %s',
  (_name, vector) => {
    const { kind, validators, round } = vector;
    const other = kind === 'qbft' ? 'ibft2' : 'qbft';
    const rlp = bytesOf(vector.rlp);
    const header = decodeHeader(rlp);
    const encoded = bytesOf(header.fields.extraData);
    const extraData = decodeExtraData(kind, encoded);

    /** The header with other extra data. */
    const withExtraData = (change: Partial<BftExtraData>) => {
      const changed = hexOf(encodeExtraData(kind, { ...extraData, ...change }));
      return decodeHeader(encodeHeader({ ...header.fields, extraData: changed }));
    };
    const refusal = (reason: string) =>
      expect.objectContaining({ code: 'BUNDLE_SEALS', details: expect.objectContaining({ reason }) });

    it('decodes and encodes', () => {
      expect(header.number).toBe(vector.number);
      expect(header.fields.miner).toBe(vector.proposer);
      expect(hexOf(encodeHeader(header.fields))).toBe(vector.rlp);
    });

    it('has extra data that name validators and round, and encode', () => {
      expect(extraData).toMatchObject({ validators, round, vote: undefined });
      expect(encodeExtraData(kind, extraData)).toEqual(encoded);
    });

    it('has the commit hash and the block hash that others computed', () => {
      expect(commitHash(kind, header)).toBe(vector.commitHash);
      expect(blockHash(kind, header)).toBe(vector.blockHash);
      expect(blockHash(undefined, header)).not.toBe(vector.blockHash);
    });

    it('is sealed by those who are known to have sealed it, a quorum', () => {
      const sealed = verifySeals(kind, header);
      expect(sealed).toMatchObject({ hash: vector.blockHash, number: vector.number, round, validators });
      expect([...sealed.signers].sort()).toEqual([...vector.signers].sort());
      expect(sealed.signers.length).toBeGreaterThanOrEqual(quorumOf(validators.length));
    });

    it('is refused without one of its seals, of which it has just enough', () => {
      expect(extraData.seals).toHaveLength(quorumOf(validators.length));
      for (const missing of extraData.seals.keys()) {
        const seals = extraData.seals.filter((_, at) => at !== missing);
        expect(() => verifySeals(kind, withExtraData({ seals }))).toThrow(refusal('quorum'));
      }
    });

    it('is refused with a seal twice, in another round, with another vanity or another state', () => {
      const [first, ...rest] = extraData.seals as [Uint8Array, ...Uint8Array[]];
      const twice = withExtraData({ seals: [first, first, ...rest.slice(1)] });
      expect(() => verifySeals(kind, twice)).toThrow(refusal('duplicateSeal'));
      for (const change of [{ round: round + 1 }, { vanity: new Uint8Array(32).fill(1) }])
        expect(() => verifySeals(kind, withExtraData(change))).toThrow(refusal('foreignSeal'));
      const fields = { ...header.fields, stateRoot: header.fields.transactionsRoot };
      expect(() => verifySeals(kind, decodeHeader(encodeHeader(fields)))).toThrow(refusal('foreignSeal'));
    });

    it('keeps its block hash in another round, where other bytes would have been signed', () => {
      const later = withExtraData({ round: round + 1 });
      expect(blockHash(kind, later)).toBe(vector.blockHash);
      expect(commitHash(kind, later)).not.toBe(vector.commitHash);
    });

    it('is not taken for one of the other protocol', () => {
      expect(() => decodeExtraData(other, encoded)).toThrow(
        expect.objectContaining({ code: 'HEADER_MALFORMED' }),
      );
      expect(() => verifySeals(other, header)).toThrow(refusal('extraData'));
    });
  },
);
