import type { CertificateType } from '../certificate/certificate-type.js';
import type { OperatorRole } from '../certificate/operator-role.js';
import type { Country } from '../identifiers/country.js';
import type { Tin } from '../identifiers/tin.js';
import type { PurposeKind } from '../purpose/purpose.js';

/** What the officer is told (architecture.md §5). */
export const verdicts = [
  'RECOGNISED',
  'SUSPENDED',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'NOT_COVERED',
  'UNTRUSTED',
  'UNDETERMINED',
] as const;

export type VerdictCode = (typeof verdicts)[number];

export type Language = 'en' | 'es' | 'pt';

export type Sentence = Readonly<Record<Language, string>>;

export type CheckOutcome = 'pass' | 'fail' | 'skip' | 'unknown';

/** The answer of one check. `unknown` is "could not check" and never counts as a failure. */
export interface CheckResult {
  id: string;
  outcome: CheckOutcome;
  /** Stable machine code, such as STATUS_SUSPENDED. */
  code: string;
  sentence: Sentence;
  /** The facts that the check used; JSON only. */
  evidence: Readonly<Record<string, unknown>>;
}

export type Freshness = 'fresh' | 'ageing' | 'stale';

export interface AsOf {
  chainId: number;
  blockNumber: number;
  blockHash: string;
  /** ISO 8601 in UTC. */
  blockTime: string;
  /** Seconds between the block and the instant asked about. */
  age: number;
  freshness: Freshness;
  /** How the block was trusted: validators' seals, or the attestation of one authority. */
  trust: { mode: 'attested'; attestor: string } | { mode: 'sealed'; validators: number; signers: number };
}

export interface VerdictCertificate {
  certificateNumber: string;
  certificateType: CertificateType;
  operatorRoles: readonly OperatorRole[];
  legalName: string;
  tin: Tin;
  issuer: { id: string; name: string; country: Country };
  validFrom: string;
  validUntil?: string | undefined;
}

/** Who presented the certificate in place of the company, and what the company let them present it for. */
export interface VerdictDelegate {
  /** The did:jwk that was proven. */
  did: string;
  purposes: readonly PurposeKind[];
  /** The declarations or consignments that it is limited to. */
  references?: readonly string[] | undefined;
  /** ISO 8601. */
  validUntil: string;
}

export interface VerdictArrangement {
  id: number;
  version: number;
  label: string;
  parties: readonly Country[];
  /** The certificate's roles that it covers. */
  roles: readonly OperatorRole[];
}

export interface Verdict {
  verdict: VerdictCode;
  /** Sentences that led to the verdict, most important first. */
  reasons: readonly { code: string; sentence: Sentence }[];
  checks: readonly CheckResult[];
  /** The instant the question was asked about, ISO 8601 in UTC. */
  at: string;
  /** The country that asks. */
  as: Country;
  /** Absent when no bundle could be used. */
  asOf?: AsOf | undefined;
  /** Absent unless the signature was found to be the issuer's: nothing of a forged credential is repeated as fact. */
  certificate?: VerdictCertificate | undefined;
  arrangement?: VerdictArrangement | undefined;
  /** Absent unless the company's own key signed the delegation and the presenter proved to be the delegate. */
  delegate?: VerdictDelegate | undefined;
}
