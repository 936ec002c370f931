import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { disclosureOf, random, sdJwtOf } from '../testing/sd-jwts.fixture.js';
import { createSdJwt } from './create-sd-jwt.js';
import { maxDigests, maxDisclosures } from './limits.js';
import { parseSdJwt } from './parse-sd-jwt.js';
import { parseSdJwtJson } from './parse-sd-jwt-json.js';
import { presentSdJwt } from './present-sd-jwt.js';
import { revealPayload } from './reveal-payload.js';
import type { ClaimPath } from './sd-jwt.js';
import { verifySdJwt } from './verify-sd-jwt.js';

type Claims = Record<string, unknown>;

const key = joseTestKey('ES256');
const header = { alg: 'ES256', typ: 'example+sd-jwt' } as const;
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const issue = (payload: Claims, disclosable: readonly ClaimPath[], more: object = {}) =>
  createSdJwt({ header, payload, disclosable, random, sign: key.signer.sign, ...more });
const claimsOf = (text: string) => verifySdJwt(parseSdJwt(text), { key: key.publicKey }).claims;

const person = {
  name: 'Ñandú',
  address: { street: 'Calle 1', city: { name: 'Callao', code: 7 } },
  phones: ['1', { number: '2' }, ['3']],
};

describe('issuing and presenting', () => {
  const paths: ClaimPath[] = [
    ['name'],
    ['address'],
    ['address', 'city', 'name'],
    ['phones', 1],
    ['phones', 2],
  ];

  it('hides what may be withheld, and what is within it', async () => {
    const issued = await issue(person, paths);
    const hidden = JSON.stringify(parseSdJwt(issued).jws.payload);
    expect(hidden).not.toMatch(/Ñandú|Calle|Callao|number|"3"/);
    expect(claimsOf(issued)).toEqual(person);
    expect(claimsOf(`${issued.split('~')[0]}~`)).toEqual({ phones: ['1'] });
  });

  it.each<[ClaimPath[], Claims]>([
    [[['name']], { name: 'Ñandú', phones: ['1'] }],
    [[['address']], { address: { street: 'Calle 1', city: { code: 7 } }, phones: ['1'] }],
    [[['address', 'city', 'name']], { address: person.address, phones: ['1'] }],
    [[['phones', 2]], { phones: ['1', ['3']] }],
    [[], { phones: ['1'] }],
  ])('shows %j and no more', async (reveal, expected) => {
    const shown = await presentSdJwt({ sdJwt: await issue(person, paths), reveal });
    expect(claimsOf(shown)).toEqual(expected);
  });

  it('shows nothing that is not hidden there', async () => {
    const sdJwt = await issue(person, paths);
    for (const path of [['phones', 0], ['address', 'street'], ['nothing']]) {
      await expect(presentSdJwt({ sdJwt, reveal: [path] })).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
    }
  });

  it('adds decoys wherever something is hidden, in an order that says nothing', async () => {
    const issued = await issue(person, [['name'], ['address'], ['phones', 1]], { decoys: 5 });
    const { payload } = parseSdJwt(issued).jws as unknown as {
      payload: { _sd: string[]; phones: unknown[] };
    };
    expect(payload._sd).toHaveLength(7);
    expect(payload._sd).toEqual([...payload._sd].sort());
    expect(payload.phones).toHaveLength(8);
    expect(new Set(payload._sd.map((digest) => digest.length))).toEqual(new Set([43]));
    expect(claimsOf(issued)).toEqual(person);
  });

  it.each(['sha-256', 'sha-384', 'sha-512'] as const)('hides with %s', async (hash) => {
    const issued = await issue(person, paths, { hash });
    expect(parseSdJwt(issued)).toMatchObject({ hash, jws: { payload: { _sd_alg: hash } } });
    expect(claimsOf(issued)).toEqual(person);
  });

  it('gives every claim a salt of its own, of 128 bits', async () => {
    const { disclosures } = parseSdJwt(await issue(person, paths));
    const salts = disclosures.map(
      ({ encoded }) => JSON.parse(Buffer.from(encoded, 'base64url').toString())[0],
    );
    expect(new Set(salts).size).toBe(paths.length);
    for (const salt of salts) expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
  });

  it.each<[string, Claims, ClaimPath[]]>([
    ['a path that hits nothing', person, [['names']]],
    ['a path past an item', person, [['phones', 3]]],
    ['a path through a text', person, [['name', 'first']]],
    ['a name for an item', person, [['phones', 'length']]],
    ['a reserved name', { a: { _sd: [] } }, []],
    ['a reserved name in an array', { a: [{ '...': 'x' }] }, []],
    ['a hash that is not ours to give', { _sd_alg: 'sha-1' }, []],
  ])('refuses %s', async (_what, payload, disclosable) => {
    await expect(issue(payload, disclosable)).rejects.toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it('shows any choice of any hidden claims as it was', async () => {
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.jsonValue({ maxDepth: 0 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('any'), { maxKeys: 3 }),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
    })).any;
    const document = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(document, fc.infiniteStream(fc.boolean()), async (payload, coins) => {
        const toss = () => coins.next().value;
        const disclosable = pathsIn(payload).filter(toss);
        const sdJwt = await issue(payload, disclosable, { decoys: 1 });
        expect(claimsOf(sdJwt)).toEqual(payload);
        const reveal = disclosable.filter(toss);
        const { disclosed } = revealPayload(parseSdJwt(await presentSdJwt({ sdJwt, reveal })));
        const above = (path: ClaimPath) => reveal.some((r) => path.every((step, at) => r[at] === step));
        expect(disclosed).toHaveLength(disclosable.filter(above).length);
      }),
      { numRuns: 60 },
    );
  });
});

function pathsIn(value: unknown, path: ClaimPath = []): ClaimPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    return [here, ...pathsIn(member, here)];
  });
}

describe('an SD-JWT of which one disclosure is wrong', () => {
  const a = disclosureOf('salt', 'a', 1);
  const item = disclosureOf('salt', 'x');
  const inner = disclosureOf('salt', 'c', 3);
  const outer = disclosureOf('salt', 'b', { _sd: [inner.digest] });
  const named = (name: unknown) => disclosureOf('salt', name, 1);

  const wrong: [string, object, { encoded: string }[]][] = [
    ['is of no claim', {}, [a]],
    ['is given twice', { _sd: [a.digest] }, [a, a]],
    ['is within one that is withheld', { _sd: [outer.digest] }, [inner]],
    ['stands twice in one object', { _sd: [a.digest, a.digest] }, [a]],
    ['stands twice in two objects', { _sd: [a.digest], o: { _sd: [a.digest] } }, [a]],
    ['stands twice, undisclosed', { _sd: [a.digest], o: { _sd: [a.digest] } }, []],
    ['takes a name that is there', { _sd: [a.digest], a: 2 }, [a]],
    ['of an item stands in an object', { _sd: [item.digest] }, [item]],
    ['of a member stands in an array', { list: [{ '...': a.digest }] }, [a]],
    ...['_sd', '...', '_sd_alg', '__proto__', 7, null].map(
      (name): [string, object, { encoded: string }[]] => [
        `has the name ${name}`,
        { _sd: [named(name).digest] },
        [named(name)],
      ],
    ),
    ['has one part', { _sd: [disclosureOf('s').digest] }, [disclosureOf('s')]],
    ['has four parts', { _sd: [disclosureOf('s', 'a', 1, 2).digest] }, [disclosureOf('s', 'a', 1, 2)]],
    ['has a number as salt', { _sd: [disclosureOf(1, 'a', 1).digest] }, [disclosureOf(1, 'a', 1)]],
    ['is no array', {}, [{ encoded: Buffer.from('{"a":1}').toString('base64url') }]],
    ['is no JSON', {}, [{ encoded: 'AAAA' }]],
    ['is no base64url', {}, [{ encoded: 'a=b' }]],
    ['is empty', {}, [{ encoded: '' }]],
    ['has digests that are no array', { _sd: a.digest }, []],
    ['has a digest that is no text', { _sd: [7] }, []],
    ['has a digest beside members in an array', { list: [{ '...': item.digest, a: 1 }] }, [item]],
    ['has a digest of an item outside an array', { '...': item.digest }, [item]],
    ['names its hash within', { o: { _sd_alg: 'sha-256' } }, []],
    ['hashes with sha-1', { _sd_alg: 'sha-1' }, []],
    ['hashes with a number', { _sd_alg: 256 }, []],
    ['hashes with an inherited name', { _sd_alg: 'constructor' }, []],
  ];
  it.each(wrong)('is refused: it %s', async (_what, payload, disclosures) => {
    const text = await sdJwtOf(key, payload, disclosures);
    expect(() => claimsOf(text)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it('is read where everything is right, two disclosures within each other included', async () => {
    const text = await sdJwtOf(key, { _sd: [outer.digest, a.digest], list: [{ '...': item.digest }] }, [
      inner,
      outer,
      item,
    ]);
    expect(claimsOf(text)).toEqual({ b: { c: 3 }, list: ['x'] });
  });
});

describe('the bounds of an SD-JWT', () => {
  it('are disclosures, digests, depth and length', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => disclosureOf('s', `n${at}`, at));
    const with256 = many(maxDisclosures);
    const of = (all: { digest: string }[], shown = all as { encoded: string; digest: string }[]) =>
      sdJwtOf(key, { _sd: all.map(({ digest }) => digest) }, shown);
    expect(Object.keys(claimsOf(await of(with256)))).toHaveLength(maxDisclosures);
    const tooLarge = refused('CREDENTIAL_TOO_LARGE');
    const over = await of(many(maxDisclosures + 1));
    expect(() => parseSdJwt(over)).toThrow(tooLarge);
    const digests = await of(many(maxDigests + 1), []);
    expect(() => claimsOf(digests)).toThrow(tooLarge);
    let deep = disclosureOf('s', 'end', 1);
    const chain = [deep];
    for (let at = 0; at < 40; at++) {
      deep = disclosureOf('s', 'down', { _sd: [deep.digest] });
      chain.push(deep);
    }
    const nested = await sdJwtOf(key, { _sd: [deep.digest] }, chain);
    expect(() => claimsOf(nested)).toThrow(tooLarge);
    expect(() => parseSdJwt(`${'a'.repeat(262_144)}~`)).toThrow(tooLarge);
  });
});

describe('the JSON serialisation', () => {
  it('says what the compact one says', async () => {
    const text = await issue(person, [['name']]);
    const [jwt, disclosure] = text.split('~') as [string, string];
    const [protectedHeader, payload, signature] = jwt.split('.');
    const json = { protected: protectedHeader, payload, signature, header: { disclosures: [disclosure] } };
    expect(parseSdJwtJson(json)).toEqual(parseSdJwt(text));
    for (const bad of [
      null,
      [],
      { ...json, signatures: [] },
      { ...json, payload: 7 },
      { ...json, header: { disclosures: 'x' } },
      { ...json, header: { disclosures: [7] } },
      { ...json, header: { disclosures: [''] } },
      { ...json, header: { kb_jwt: '' } },
    ]) {
      expect(() => parseSdJwtJson(bad)).toThrow(refused('CREDENTIAL_MALFORMED'));
    }
  });
});

it('no text makes the parser throw anything but EslabonError', async () => {
  const whole = await issue(person, [['name'], ['phones', 1]]);
  const parts = fc.array(
    fc.oneof(
      fc.string(),
      fc.json().map((j) => Buffer.from(j).toString('base64url')),
    ),
    { maxLength: 6 },
  );
  const mutated = fc
    .tuple(fc.nat(whole.length - 1), fc.constantFrom('~', '.', 'A', '', 'é', '~~'))
    .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1));
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((p) => p.join('~')),
        mutated,
      ),
      (text) => {
        try {
          claimsOf(text);
          expect(text).toBe(whole);
        } catch (error) {
          expect(error).toBeInstanceOf(EslabonError);
        }
      },
    ),
    { numRuns: 400 },
  );
});
