import { isObject, listOf } from '../json/json-object.js';
import { below } from '../json/pointer.js';
import { shown } from '../problems/shown.js';
import type { Rule } from './rule.js';

const envelope = /^data:application\/(vc\+jwt|vc\+sd-jwt|vc\+cose|dc\+sd-jwt)(;[^,]*)?,.+$/;

/** True for an object that carries a credential in another securing format (VCDM 2.0 §4.12.1). */
export function isEnveloped(value: unknown): boolean {
  return isObject(value) && listOf(value.type).includes('EnvelopedVerifiableCredential');
}

/** `verifiableCredential`, where present, has objects only: credentials, or envelopes that hold one. */
export const presented: Rule = ({ verifiableCredential }, report) => {
  const isList = Array.isArray(verifiableCredential);
  for (const [at, item] of listOf(verifiableCredential).entries()) {
    const place = isList ? below('/verifiableCredential', at) : '/verifiableCredential';
    if (!isObject(item)) {
      report('MEMBER_NOT_OBJECT', place, `A credential must be an object, not ${shown(item)}.`);
    } else if (isEnveloped(item) && !(typeof item.id === 'string' && envelope.test(item.id))) {
      const message = `An enveloped credential must be a data URL of a credential, not ${shown(item.id)}.`;
      report('ENVELOPE_MALFORMED', below(place, 'id'), message);
    }
  }
};
