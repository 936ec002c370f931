import type { JsonObject } from '../json/json-object.js';

/** A verification method as its controller's document has it, and what the controller lets it be used for. */
export interface VerificationMethod {
  /** The method as in the document: `id`, `type`, `controller` and the key. */
  method: JsonObject;
  /** The verification relationships that name it: assertionMethod, authentication, … */
  purposes: readonly string[];
}

/**
 * Port: finds the verification method of a DID URL. A DID resolver stands behind it; nothing in this package resolves.
 * Throws `METHOD_NOT_FOUND`, `METHOD_INVALID` (as `refused` makes them) when the method does not exist; any other
 * error is taken for an outage: the proof is then unresolved, not failed.
 */
export type VerificationMethodResolver = (id: string) => Promise<VerificationMethod>;
