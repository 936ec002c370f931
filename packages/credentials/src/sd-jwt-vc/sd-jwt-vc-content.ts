import { isRecord } from '../json/is-record.js';
import { malformed } from '../secured/credential-errors.js';
import type { Content } from '../securing/content.js';

/**
 * An SD-JWT VC (draft-ietf-oauth-sd-jwt-vc §2.2.2): a type (`vct`) and any claims. What it means is for whoever knows
 * the type.
 */
export const sdJwtVc: Content = {
  kind: 'sd-jwt-vc',
  check: ({ vct, iss, cnf, status, sub }) => {
    requireText('vct', vct);
    if (iss !== undefined) requireText('iss', iss);
    if (sub !== undefined) requireText('sub', sub);
    for (const [name, value] of Object.entries({ cnf, status })) {
      if (value !== undefined && !isRecord(value)) throw malformed(`The claim ${name} is not an object.`);
    }
    return typeof iss === 'string' ? { controller: iss } : {};
  },
};

function requireText(name: string, value: unknown): void {
  if (typeof value === 'string' && value !== '' && value.length <= 2048) return;
  throw malformed(`The claim ${name} of an SD-JWT VC is a text of 1 to 2,048 characters.`);
}
