import type { Issuer, KeySetKey, LoadedBundle, ProvenTrust } from '@eslabon/bundle';
import type { Address, Arrangement, AuthorityRecord, Country, Did } from '@eslabon/core';
import { certificateTypeMask, everyRole, formatEthrDid, operatorRoleMask } from '@eslabon/core';
import type { TestKey } from './keys.fixture.js';
import { testKey } from './keys.fixture.js';

export const chainId = 648540;
export const seconds = (instant: string): number => Date.parse(instant) / 1000;
/** The instant that questions are about, unless a test says otherwise. */
export const now = seconds('2026-06-01T12:00:00Z');
const founded = seconds('2025-01-01T00:00:00Z');
const zeroHash = `0x${'0'.repeat(64)}` as const;
const address = (digit: string): Address => `0x${digit.repeat(40)}`;
export const country = (code: string): Country => code as Country;

export interface Authority {
  country: Country;
  address: Address;
  did: Did;
  keys: { controller: TestKey; 'delegate-1': TestKey; 'delegate-2': TestKey };
}

function authority(code: string, digit: string): Authority {
  return {
    country: country(code),
    address: address(digit),
    did: formatEthrDid({ chainId, address: address(digit) }),
    keys: { controller: testKey('ES256K'), 'delegate-1': testKey('ES256'), 'delegate-2': testKey('EdDSA') },
  };
}

/** Customs authorities; MX and EC have no arrangement in common. */
export const authorities = {
  PE: authority('PE', '1'),
  MX: authority('MX', '2'),
  EC: authority('EC', '3'),
  CO: authority('CO', '5'),
  CL: authority('CL', '6'),
} as const;

export const statusRegistry = address('d');

function accession(code: string, version = 1, from = founded, until = 0) {
  return { country: country(code), periods: [{ version, from, until }] };
}

/** The Pacific Alliance covers every role, with two versions of terms; the Andean one exporters and importers only. */
function arrangements(): Arrangement[] {
  const terms = { textDigest: zeroHash, validFrom: founded, validUntil: 0, ttl: 86_400, exp: 3 * 86_400 };
  const parties = (codes: string) => codes.split(' ').map(country);
  return [
    {
      id: 1,
      versions: [
        {
          ...terms,
          label: 'Pacific Alliance',
          certificateTypes: certificateTypeMask(['security', 'full']),
          roles: everyRole,
          parties: parties('CL CO MX PE'),
        },
      ],
      accessions: ['CL', 'CO', 'MX', 'PE'].map((code) => accession(code)),
      suspensions: [],
    },
    {
      id: 2,
      versions: [
        {
          ...terms,
          label: 'Andean Community',
          certificateTypes: certificateTypeMask(['security']),
          roles: operatorRoleMask(['IM', 'EX']),
          ttl: 3_600,
          exp: 7_200,
          parties: parties('BO CO EC PE'),
        },
      ],
      // Bolivia signed and has not acceded.
      accessions: ['CO', 'EC', 'PE'].map((code) => accession(code)),
      suspensions: [],
    },
  ];
}

export interface Issuing {
  record: AuthorityRecord;
  keys: KeySetKey[];
  keysCurrent: boolean;
  changedBlock: number;
}

function issuing({ address: did, country: of, keys }: Authority): Issuing {
  const keySet = Object.entries(keys).map(([fragment, { publicKey }]): KeySetKey => {
    return { fragment, key: publicKey, validFrom: founded, validUntil: 0, compromisedAt: 0 };
  });
  return {
    record: { did, country: of, admittedAt: founded, removedAt: 0, keySetHash: zeroHash, keySetBlock: 7 },
    keys: keySet,
    keysCurrent: true,
    changedBlock: 7,
  };
}

export interface BundleOptions {
  /** Unix seconds; ten minutes before `now` unless given. */
  timestamp?: number;
  chainId?: number;
  revoked?: readonly number[];
  suspended?: readonly number[];
  /** Changes what is known of Peru, the issuer of the test credentials. */
  peru?: (issuing: Issuing) => void;
  arrangements?: (arrangements: Arrangement[]) => void;
  /** The block is sealed by all but one of so many validators, and not attested. */
  validators?: number;
}

const attested: ProvenTrust = {
  mode: 'attested',
  attestor: `${authorities.MX.did}#controller`,
  country: country('MX'),
};

function sealedBy(validators: number): ProvenTrust {
  const set = Array.from({ length: validators }, (_, i) => address(`${i}`));
  const checkpoint = { number: 4711, hash: zeroHash, timestamp: now, validators: set };
  return { mode: 'sealed', protocol: 'qbft', validators, signers: validators - 1, hops: 2, checkpoint };
}

/** What a bundle of the test network would prove, once opened. */
export function testBundle(options: BundleOptions = {}): LoadedBundle {
  const { timestamp = now - 600, revoked = [], suspended = [] } = options;
  const issuers = new Map<Address, Issuer>(Object.values(authorities).map((a) => [a.address, issuing(a)]));
  options.peru?.(issuers.get(authorities.PE.address) as Issuing);
  const agreed = arrangements();
  options.arrangements?.(agreed);
  const pin = (digit: string) => ({ address: address(digit), codeHash: zeroHash });
  return {
    chainId: options.chainId ?? chainId,
    deployment: {
      chainId,
      contracts: {
        didRegistry: pin('a'),
        authorityRegistry: pin('b'),
        arrangementRegistry: pin('c'),
        statusRegistry: pin('d'),
      },
    },
    block: { number: 4711, hash: zeroHash, timestamp },
    trust: options.validators === undefined ? attested : sealedBy(options.validators),
    facts: {
      authorities: {
        successor: address('0'),
        records: [...issuers.values()].map(({ record }) => record),
        proposals: [],
        nonces: [],
      },
      arrangements: { arrangements: agreed, nonces: [] },
      statuses: { lists: [], nonces: [] },
    },
    issuers,
    find: () => [],
    status: (of, list, index) => {
      const known = of === authorities.PE.address && list === 0;
      return { revoked: known && revoked.includes(index), suspended: known && suspended.includes(index) };
    },
  };
}
