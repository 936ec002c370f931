import type {
  CertificateType,
  Freshness,
  Language,
  OperatorRole,
  PurposeKind,
  VerdictCode,
} from '@eslabon/core';
import type { MessageCode } from './message-code.js';

export type TimeUnit = 'day' | 'hour' | 'minute';

/** Lines of the description of a verdict. */
export type LineCode =
  | 'at'
  | 'company'
  | 'tin'
  | 'certificate'
  | 'roles'
  | 'issuer'
  | 'validFrom'
  | 'validFromUntil'
  | 'arrangement'
  | 'delegate'
  | 'asOf'
  | 'asOfLater'
  | 'noBlock'
  | 'attested'
  | 'sealed'
  | 'sealedByFew';

/**
 * All words of one language. A missing one does not compile. Templates have placeholders `{member}` of the evidence,
 * or `{member:format}` with the formats instant, duration, roles, type and scope.
 */
export interface Catalogue {
  verdicts: Readonly<Record<VerdictCode, { word: string; meaning: string }>>;
  messages: Readonly<Record<MessageCode, string>>;
  lines: Readonly<Record<LineCode, string>>;
  roles: Readonly<Record<OperatorRole, string>>;
  types: Readonly<Record<CertificateType, string>>;
  /** What a delegation is for. */
  purposes: Readonly<Record<PurposeKind, string>>;
  freshness: Readonly<Record<Freshness, string>>;
  /** Singular and plural. */
  units: Readonly<Record<TimeUnit, readonly [string, string]>>;
  lessThanAMinute: string;
  and: string;
}

export type Catalogues = Readonly<Record<Language, Catalogue>>;
