import type { ParsedCredential } from '../secured/parsed.js';

/** True when a certificate names the DID as its holder: as its subject, or by the key that an SD-JWT confirms (`cnf`). */
export function isHeldBy({ subject, confirmed }: ParsedCredential, did: string): boolean {
  return subject.id === did || confirmed === did;
}
