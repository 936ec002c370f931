import { isRecord } from '../json/is-record.js';
import { isReservedName } from './disclosure.js';
import { maxClaimDepth, maxDigests } from './limits.js';
import { malformedSdJwt, tooLargeSdJwt } from './malformed-sd-jwt.js';
import type { ClaimPath, Disclosure, SdJwt } from './sd-jwt.js';

export interface RevealedPayload {
  /** The payload with what was disclosed, and without anything of SD-JWT itself. */
  claims: Record<string, unknown>;
  /** Where each disclosure stands. */
  disclosed: readonly { path: ClaimPath; disclosure: Disclosure }[];
}

/**
 * Puts the disclosures where their digests are (RFC 9901 §7.1). Every digest may stand once, every disclosure must be
 * used, and none may take a name that is there already: a reader who is less strict would see other claims.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_TOO_LARGE
 */
export function revealPayload({ jws, disclosures }: Pick<SdJwt, 'jws' | 'disclosures'>): RevealedPayload {
  const reveal = new Revelation(disclosures);
  const { _sd_alg: _hash, ...payload } = jws.payload;
  const claims = reveal.object(payload, []);
  reveal.requireAllUsed();
  return { claims, disclosed: reveal.disclosed };
}

/** One pass over a payload, and what it has seen so far. */
class Revelation {
  readonly disclosed: { path: ClaimPath; disclosure: Disclosure }[] = [];
  readonly #byDigest = new Map<string, Disclosure>();
  readonly #seen = new Set<string>();

  constructor(disclosures: readonly Disclosure[]) {
    for (const disclosure of disclosures) {
      if (this.#byDigest.has(disclosure.digest)) throw malformedSdJwt('A disclosure is given twice.');
      this.#byDigest.set(disclosure.digest, disclosure);
    }
  }

  object(object: Record<string, unknown>, path: ClaimPath): Record<string, unknown> {
    const { _sd: digests = [], ...members } = object;
    const claims: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(members)) {
      if (isReservedName(name)) throw malformedSdJwt(`“${name}” stands where it means nothing.`);
      claims[name] = this.#value(value, [...path, name]);
    }
    if (!Array.isArray(digests)) throw malformedSdJwt('The digests of an object (_sd) are an array.');
    for (const digest of digests) {
      const disclosure = this.#take(digest);
      if (disclosure === undefined) continue;
      const { name, value } = disclosure;
      if (name === undefined) throw malformedSdJwt('A disclosure of an array item stands in an object.');
      if (Object.hasOwn(claims, name)) {
        throw malformedSdJwt(`“${name.slice(0, 40)}” is disclosed where it is already.`);
      }
      const place = [...path, name];
      this.disclosed.push({ path: place, disclosure });
      claims[name] = this.#value(value, place);
    }
    return claims;
  }

  requireAllUsed(): void {
    if (this.disclosed.length < this.#byDigest.size) {
      throw malformedSdJwt('A disclosure is of no claim of this token.');
    }
  }

  #value(value: unknown, path: ClaimPath): unknown {
    if (path.length > maxClaimDepth) {
      throw tooLargeSdJwt(`The claims nest deeper than ${maxClaimDepth} levels.`);
    }
    if (Array.isArray(value)) return this.#array(value, path);
    return isRecord(value) ? this.object(value, path) : value;
  }

  #array(items: readonly unknown[], path: ClaimPath): unknown[] {
    const shown: unknown[] = [];
    for (const item of items) {
      const place = [...path, shown.length];
      if (!isRecord(item) || !Object.hasOwn(item, '...')) {
        shown.push(this.#value(item, place));
        continue;
      }
      if (Object.keys(item).length > 1) throw malformedSdJwt('A digest in an array (...) stands alone.');
      const disclosure = this.#take(item['...']);
      if (disclosure === undefined) continue;
      if (disclosure.name !== undefined) throw malformedSdJwt('A disclosure of a member stands in an array.');
      this.disclosed.push({ path: place, disclosure });
      shown.push(this.#value(disclosure.value, place));
    }
    return shown;
  }

  /** What the digest stands for; `undefined` for what is not disclosed, and for decoys. */
  #take(digest: unknown): Disclosure | undefined {
    if (typeof digest !== 'string') throw malformedSdJwt('A digest is a text.');
    if (this.#seen.has(digest)) throw malformedSdJwt(`The digest “${digest.slice(0, 60)}” stands twice.`);
    this.#seen.add(digest);
    if (this.#seen.size > maxDigests) {
      throw tooLargeSdJwt(`The SD-JWT has more than ${maxDigests} digests.`);
    }
    return this.#byDigest.get(digest);
  }
}
