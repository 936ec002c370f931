import {
  type ClaimPath,
  createSdJwt,
  localSigner,
  parseSdJwt,
  presentSdJwt,
  revealPayload,
} from '@eslabon/credentials';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DcqlQuery } from 'dcql';
import fc from 'fast-check';
import type { HeldItem } from './held-item.js';
import { type AskedPath, matchItem } from './match-item.js';
import { revealPaths } from './reveal-paths.js';

const vct = 'https://example.com/v';
const claims = {
  vct,
  legalName: 'Norte S.A.',
  tradeName: 'Norte',
  address: { street: 'Av. 1', city: 'Lima', country: 'PE' },
  roles: ['EX', 'IM'],
  certificate: { number: 'A-1', programme: 'OEA' },
};

/** What may be withheld, claims within claims among it. */
const hidden: AskedPath[] = [
  ['tradeName'],
  ['address'],
  ['address', 'street'],
  ['roles', 0],
  ['roles', 1],
  ['certificate', 'programme'],
];

const everyPath: AskedPath[] = [
  ...hidden,
  ['legalName'],
  ['address', 'city'],
  ['roles', null],
  ['roles'],
  ['certificate'],
  ['certificate', 'number'],
];

let sdJwt: string;

beforeAll(async () => {
  const { sign } = localSigner({
    ...{ kty: 'EC', crv: 'P-256' },
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
    d: '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE',
  });
  sdJwt = await createSdJwt({
    header: { alg: 'ES256', typ: 'dc+sd-jwt' },
    payload: claims,
    disclosable: hidden as ClaimPath[],
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    sign,
  });
});

const item = (held: object = claims): Pick<HeldItem, 'asked'> => ({
  asked: {
    ...{ credential_format: 'dc+sd-jwt', vct, cryptographic_holder_binding: true },
    claims: held as never,
  },
});

const query = (input: object) => DcqlQuery.parse(input as never);
const single = (extra: object = {}) =>
  query({ credentials: [{ id: 'a', format: 'dc+sd-jwt', meta: { vct_values: [vct] }, ...extra }] });

/** All places of a value with what stands there, those within included. */
function places(value: unknown, path: (string | number)[] = []): string[] {
  const here = [path.join('/')];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([name, member]) => places(member, [...path, name]))];
}

describe('minimal disclosure', () => {
  it('shows of what may be withheld what is asked for and held, and nothing else', async () => {
    const { disclosed: all } = revealPayload(parseSdJwt(sdJwt));
    await fc.assert(
      fc.asyncProperty(fc.subarray(everyPath), async (asked) => {
        const match = matchItem(
          single(asked.length === 0 ? {} : { claims: asked.map((path) => ({ path })) }),
          item(),
        );
        expect(match?.paths).toEqual(asked);
        const shown = await presentSdJwt({ sdJwt, reveal: revealPaths(sdJwt, asked) });
        const { disclosed } = revealPayload(parseSdJwt(shown));
        const leads = (path: AskedPath, wanted: AskedPath) =>
          Array.from({ length: Math.min(path.length, wanted.length) }, (_, at) => at).every(
            (place) => wanted[place] === null || wanted[place] === path[place],
          );
        const due = hidden.filter((path) => asked.some((wanted) => leads(path, wanted)));
        const names = (paths: readonly AskedPath[]) => paths.map((path) => path.join('/')).sort();
        // Items of an array move up where one before them is withheld: they are known by their digests.
        const placeOf = (digest: string) =>
          all.find(({ disclosure }) => disclosure.digest === digest)?.path ?? [];
        expect(names(disclosed.map(({ disclosure }) => placeOf(disclosure.digest)))).toEqual(names(due));
      }),
    );
  });

  it('answers what is asked for: the verifier finds every path of its query', async () => {
    const all = revealPayload(parseSdJwt(sdJwt)).claims;
    await fc.assert(
      fc.asyncProperty(fc.subarray(everyPath, { minLength: 1 }), async (asked) => {
        const shown = await presentSdJwt({ sdJwt, reveal: revealPaths(sdJwt, asked) });
        const { claims: visible } = revealPayload(parseSdJwt(shown));
        for (const path of asked) {
          const place = path.filter((key) => key !== null).join('/');
          if (path.includes(1) && !asked.some((other) => other.includes(0) || other.at(-1) === null))
            continue;
          expect(places(visible)).toContain(place);
          expect(places(all)).toContain(place);
        }
      }),
    );
  });
});

describe('what answers a query', () => {
  it('is what has every claim with one of the values asked for', () => {
    const asks = (...asked: object[]) => matchItem(single({ claims: asked }), item());
    expect(asks({ path: ['certificate', 'number'], values: ['B', 'A-1'] })?.queryIds).toEqual(['a']);
    expect(asks({ path: ['certificate', 'number'], values: ['B'] })).toBeUndefined();
    expect(asks({ path: ['roles', null], values: ['IM'] })).toBeDefined();
    expect(asks({ path: ['roles', null], values: ['WH'] })).toBeUndefined();
    expect(asks({ path: ['legalName'] }, { path: ['turnover'] })).toBeUndefined();
    expect(matchItem(single({ meta: { vct_values: ['other'] } }), item())).toBeUndefined();
  });

  it('is shown by the first of several sets of claims that is held, and by no other', () => {
    const asked = [
      { id: 't', path: ['turnover'] },
      { id: 'n', path: ['tradeName'] },
      { id: 'l', path: ['legalName'] },
    ];
    const match = matchItem(single({ claims: asked, claim_sets: [['t'], ['n', 'l'], ['l']] }), item());
    expect(match?.paths).toEqual([['tradeName'], ['legalName']]);
  });

  it('answers one of several ways by itself; two things at once are not put together', () => {
    const credentials = [
      { id: 'x', format: 'mso_mdoc', meta: { doctype_value: 'd' } },
      { id: 'a', format: 'dc+sd-jwt', meta: { vct_values: [vct] } },
      { id: 'b', format: 'dc+sd-jwt', meta: { vct_values: [vct] } },
    ];
    const sets = (...options: string[][]) => query({ credentials, credential_sets: [{ options }] });
    expect(matchItem(sets(['x'], ['a']), item())?.queryIds).toEqual(['a']);
    expect(matchItem(sets(['b'], ['a']), item())?.queryIds).toEqual(['b']);
    expect(matchItem(sets(['a', 'b']), item())).toBeUndefined();
    expect(matchItem(sets(['x']), item())).toBeUndefined();
    expect(matchItem(query({ credentials }), item())).toBeUndefined();
    const both = [{ options: [['a']] }, { options: [['b']] }, { options: [['x']], required: false }];
    expect(matchItem(query({ credentials, credential_sets: both }), item())?.queryIds).toEqual(['a', 'b']);
    const none = [{ options: [['a']], required: false }];
    expect(matchItem(query({ credentials, credential_sets: none }), item())).toBeUndefined();
  });
});
