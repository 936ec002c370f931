import { readMethodKey } from '../keys/read-method-key.js';
import type { SuiteKey } from '../keys/suite-key.js';
import { refused } from '../problems/refused.js';
import { shown } from '../problems/shown.js';
import { parseDateTime } from '../time/parse-date-time.js';
import type { VerificationMethod } from './verification-method.js';

export interface ReadMethodOptions {
  /** The URL that the proof names. */
  id: string;
  purpose: string;
  now: Date;
}

export interface MethodKey {
  controller: string;
  key: SuiteKey;
}

/**
 * Takes the key out of a verification method, if the method may be used: it is the one that was asked for, it stands in
 * the document of its controller, who lets it serve the purpose, it is neither revoked nor expired, and its key fits its type.
 * @throws EslabonError CREDENTIAL_REFUSED with METHOD_INVALID, METHOD_PURPOSE, METHOD_REVOKED, METHOD_EXPIRED, KEY_INVALID
 */
export function readMethod(
  { method, purposes }: VerificationMethod,
  { id, purpose, now }: ReadMethodOptions,
): MethodKey {
  const { controller } = method;
  if (method.id !== id || typeof controller !== 'string') {
    throw refused('METHOD_INVALID', '', `What ${shown(id)} leads to is no verification method of that id.`);
  }
  // Anyone can write another's name into a method of their own: only the controller's own document speaks for it.
  if (id.split('#', 1)[0] !== controller) {
    throw refused('METHOD_INVALID', '', `The method ${shown(id)} names as controller ${shown(controller)}.`);
  }
  if (!purposes.includes(purpose)) {
    throw refused('METHOD_PURPOSE', '', `${shown(controller)} does not let ${shown(id)} serve ${purpose}.`);
  }
  for (const [member, code] of [
    ['revoked', 'METHOD_REVOKED'],
    ['expires', 'METHOD_EXPIRED'],
  ] as const) {
    const value = method[member];
    if (value === undefined) continue;
    const instant = parseDateTime(value, false);
    if (instant === undefined || now.getTime() >= instant) {
      throw refused(code, '', `The method ${shown(id)} is out of use since ${shown(value)} (${member}).`);
    }
  }
  const key = readMethodKey(method);
  if (key === undefined) {
    throw refused('KEY_INVALID', '', `The method ${shown(id)} (${shown(method.type)}) has no supported key.`);
  }
  return { controller, key };
}
