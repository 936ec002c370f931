import type { Delegation, DelegationStatusEntry, PurposeKind } from '@eslabon/core';
import type { ParsedCredential, ParsedToken } from '../secured/parsed.js';

/**
 * A delegation whose form and members are right. Whether the company signed it, whether its certificate is genuine and
 * whether it covers what it is used for is for the verifier to say.
 */
export interface ParsedDelegation extends ParsedToken {
  kind: 'delegation';
  format: 'vc+jwt';
  kid: string;
  claims: Delegation;
  /** did:jwk of the company that signed, as it says. */
  company: string;
  /** did:jwk of whom it lets present the certificate. */
  delegate: string;
  purposes: readonly PurposeKind[];
  /** The declarations or consignments that it is limited to; any when absent. */
  references?: readonly string[];
  /** When it was signed, Unix seconds. */
  issuedAt: number;
  /** ISO 8601. */
  validFrom: string;
  validUntil: string;
  status?: DelegationStatusEntry;
  /** The company's certificate, as the delegation carries it. */
  certificate: ParsedCredential;
}
