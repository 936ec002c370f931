import {
  decodeTokenStatusList,
  encodeTokenStatusList,
  readStatusListToken,
  tokenStatusAt,
} from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { readSharedVectors } from './read-shared-vectors.js';

interface ListVector {
  name: string;
  bits: number;
  lst: string;
  size: number;
  statuses: Record<string, number>;
}
interface BytesVector {
  name: string;
  bits: number;
  lst: string;
  bytes: string;
}
interface JwtVector {
  name: string;
  jwt: string;
}

const vectors = readSharedVectors<(ListVector | BytesVector | JwtVector)[]>('token-status-list.json');
const lists = vectors.filter((vector): vector is ListVector => 'statuses' in vector);
const encodings = vectors.filter((vector): vector is BytesVector => 'bytes' in vector);
const tokens = vectors.filter((vector): vector is JwtVector => 'jwt' in vector);

/** Lists of draft-ietf-oauth-status-list, as published. */
it('there are 293 values in lists of 1, 2, 4 and 8 bits, and every vector is of one kind', () => {
  expect(lists.map(({ bits }) => bits)).toEqual([1, 2, 4, 8]);
  expect(lists.flatMap(({ statuses }) => Object.keys(statuses))).toHaveLength(293);
  expect(lists.length + encodings.length + tokens.length).toBe(vectors.length);
});

describe.each(lists.map((vector) => [vector.name, vector] as const))('the list of %s', (_name, vector) => {
  const { bits, lst, size, statuses } = vector;
  const list = decodeTokenStatusList({ bits, lst });

  it('has every value that its authors name', () => {
    const named = Object.entries(statuses);
    expect(named.map(([index]) => [index, tokenStatusAt(list, Number(index))])).toEqual(named);
  });

  it('has as many entries as its authors say, all others valid', () => {
    expect(list.bytes.length * (8 / bits)).toBe(size);
    const named = Object.values(statuses).filter((value) => value !== 0).length;
    let others = 0;
    for (let index = 0; index < size; index++) if (tokenStatusAt(list, index) !== 0) others += 1;
    expect(others).toBe(named);
    expect(() => tokenStatusAt(list, size)).toThrow(expect.objectContaining({ code: 'STATUS_LIST_RANGE' }));
  });

  it('reads the same when it is written again', () => {
    expect(decodeTokenStatusList(encodeTokenStatusList(list))).toEqual(list);
  });
});

it.each(encodings.map((vector) => [vector.name, vector] as const))('the encoding %s', (_name, vector) => {
  const bytes = vector.bytes.split(',').map((byte) => Number(byte.trim()));
  expect([...decodeTokenStatusList(vector).bytes]).toEqual(bytes);
});

it.each(tokens.map((vector) => [vector.name, vector] as const))(
  'the token %s is read whole',
  (_name, { jwt }) => {
    const [, payload] = jwt.split('.');
    const claims = JSON.parse(Buffer.from(payload as string, 'base64url').toString());
    const token = readStatusListToken(jwt);
    expect(token).toMatchObject({
      algorithm: 'ES256',
      kid: '12',
      subject: claims.sub,
      issuer: claims.iss,
      issuedAt: claims.iat,
      expiresAt: claims.exp,
      ttl: claims.ttl,
    });
    expect([...token.list.bytes]).toEqual([0xb9, 0xa3]);
    expect(token.signature).toHaveLength(64);
  },
);
