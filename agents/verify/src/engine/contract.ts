import type { Checkpoint, ProvenTrust, TrustAnchor } from '@eslabon/bundle';
import type {
  CertificateType,
  Language,
  OperatorRole,
  Purpose,
  PurposeKind,
  Verdict,
  VerdictCode,
} from '@eslabon/core';
import type { Picture } from '@eslabon/ui';
import type { AdviceCode } from '@eslabon/verifier';

/** Digest of a bundle: keccak-256 of its payload, in hexadecimal with `0x`. Names an opened bundle. */
export type BundleDigest = string;

/** What went wrong, in a form that passes between threads. */
export interface Trouble {
  /** A code of EslabonError, or one of the app's own. */
  code: string;
  message: string;
}

/** A trust anchor, read and put in a form that people can compare. */
export interface AnchorSummary {
  anchor: TrustAnchor;
  /** keccak-256 over the anchor in canonical JSON, as upper-case groups of four digits. */
  fingerprint: string;
  /** Countries whose attestors it names. */
  countries: string[];
}

/** What a proven bundle is and holds. */
export interface BundleSummary {
  digest: BundleDigest;
  size: number;
  chainId: number;
  block: { number: number; hash: string; timestamp: number };
  trust: ProvenTrust;
  /** Countries with an admitted authority. */
  countries: string[];
  /** Arrangements that the own country is in. */
  arrangements: number;
  statusLists: number;
  registerSize?: number | undefined;
  /** The shortest limits of the own country's arrangements, in seconds; the verifier's own where there are none. */
  limits: { ttl: number; exp: number };
}

export interface OpenRequest {
  file: Uint8Array;
  anchor: TrustAnchor;
  country: string;
  /** Unix seconds by the clock of the device. */
  now: number;
  /** A later block than the anchor's whose validators are trusted already. */
  checkpoint?: Checkpoint | undefined;
}

/** What one language calls the things of a verdict. */
export interface VerdictWords {
  word: string;
  meaning: string;
  certificateType?: string | undefined;
  roles: string[];
  coveredRoles: string[];
  /** What whoever acts for the company may do in its place. */
  delegatedFor?: string | undefined;
}

/** A verdict and what is called what in it. */
export interface WordedVerdict {
  verdict: Verdict;
  words: Record<Language, VerdictWords>;
  /** On what to advise the officer. */
  advice: AdviceCode;
}

export interface Assessment extends WordedVerdict {
  /** SHA-256 of what was presented, in hexadecimal. */
  sha256: string;
  /** The bundle that was used. */
  digest: BundleDigest;
}

export interface DecideRequest {
  /** What was presented, as text. */
  presented: string;
  digest: BundleDigest;
  country: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What it is presented for, which whoever acts for the company must be authorised for; not checked when absent. */
  purpose?: Purpose | undefined;
}

export interface LookUpRequest {
  tinCountry: string;
  tin: string;
  digest: BundleDigest;
  country: string;
  at: number;
}

export interface LookUpAnswer {
  tin: string;
  assessments: Assessment[];
  /** Entries of the register that turned out to be of another company: its maker made a mistake, or lies. */
  foreign: number;
}

/** What things are called, as in every verdict's own words. */
export type Terms = Record<
  Language,
  Readonly<{
    verdicts: Readonly<Record<VerdictCode, string>>;
    types: Readonly<Record<CertificateType, string>>;
    roles: Readonly<Record<OperatorRole, string>>;
    purposes: Readonly<Record<PurposeKind, string>>;
  }>
>;

/** Everything that is asked of the worker, and what it answers. */
export interface EngineCalls {
  nameTerms: { request: Record<string, never>; answer: Terms };
  readAnchor: { request: { text: string }; answer: AnchorSummary };
  openBundle: { request: OpenRequest; answer: BundleSummary };
  applyDelta: { request: { base: Uint8Array; delta: Uint8Array }; answer: Uint8Array };
  decide: { request: DecideRequest; answer: Assessment };
  lookUp: { request: LookUpRequest; answer: LookUpAnswer };
  wordVerdict: { request: { verdict: Verdict }; answer: WordedVerdict };
  readQr: { request: { picture: Picture; patient: boolean }; answer: string | null };
}

export type EngineCall = keyof EngineCalls;

export type EngineMessage = {
  [K in EngineCall]: { id: number; call: K; request: EngineCalls[K]['request'] };
}[EngineCall];

export type EngineReply = { id: number; answer: unknown } | { id: number; trouble: Trouble };
