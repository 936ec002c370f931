import type { ClaimPath, ParsedPresentation } from '@eslabon/credentials';
import type { CredentialQueryId } from '../configuration.js';

/** A presentation whose form is right and which is of the form that was asked for. Nobody verified it yet. */
export interface Presented {
  id: CredentialQueryId;
  parsed: ParsedPresentation;
  /** Claims of the certificate as the query's paths are about. */
  claims: Record<string, unknown>;
  /** Which claims the holder chose to disclose; absent where the format leaves no choice. */
  disclosed?: readonly ClaimPath[];
}
