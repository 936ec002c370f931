import { base64urlEncode } from '../encoding/base64url-encode.js';
import { isRecord } from '../json/is-record.js';
import { encodeDisclosure, isReservedName } from './disclosure.js';
import { maxClaimDepth } from './limits.js';
import { malformedSdJwt } from './malformed-sd-jwt.js';
import type { PathNode } from './path-tree.js';
import { pathTree } from './path-tree.js';
import type { SdHash } from './sd-hash.js';
import { sdDigest, sdDigestBytes } from './sd-hash.js';
import type { ClaimPath, Disclosure } from './sd-jwt.js';

/** Unpredictable bytes, as many as asked for. */
export type Random = (bytes: number) => Uint8Array;

export interface ConcealOptions {
  /** Claims that the holder may withhold; a path below another makes a disclosure within a disclosure. */
  disclosable: readonly ClaimPath[];
  /** Digests of nothing that are added wherever something is hidden, so that nobody can count what there is. */
  decoys?: number;
  hash?: SdHash;
  random: Random;
}

/** Salts have 128 bits (RFC 9901 §9.3). */
const saltBytes = 16;

/**
 * Hides claims of a payload behind digests (RFC 9901 §4.2, §6). Digests are in the order of their text, which says
 * nothing about the order of the claims.
 * @throws EslabonError CREDENTIAL_MALFORMED when a path hits nothing, or a member has a reserved name.
 */
export function concealPayload(
  payload: Record<string, unknown>,
  { disclosable, decoys = 0, hash = 'sha-256', random }: ConcealOptions,
): { payload: Record<string, unknown>; disclosures: Disclosure[] } {
  requireNoReserved(payload, 0);
  const disclosures: Disclosure[] = [];
  const hide = (name: string | undefined, value: unknown): string => {
    const made = encodeDisclosure(hash, base64urlEncode(random(saltBytes)), name, value);
    disclosures.push(made);
    return made.digest;
  };
  const decoyDigests = (): string[] =>
    Array.from({ length: decoys }, () => sdDigest(hash, base64urlEncode(random(sdDigestBytes(hash)))));

  const conceal = (value: unknown, { children, path }: PathNode): unknown => {
    if (children.size === 0) return value;
    if (!Array.isArray(value) && !isRecord(value)) throw hitsNothing(path, children);
    const isHidden = (key: string | number): boolean => children.get(key)?.named === true;
    const within = (key: string | number, item: unknown): unknown => {
      const child = children.get(key);
      return child === undefined ? item : conceal(item, child);
    };
    const kind = Array.isArray(value) ? 'number' : 'string';
    const missing = [...children.keys()].find((key) => typeof key !== kind || !Object.hasOwn(value, key));
    if (missing !== undefined) throw hitsNothing(path, [[missing]]);
    if (Array.isArray(value)) {
      const items = value.map((item, at) =>
        isHidden(at) ? { '...': hide(undefined, within(at, item)) } : within(at, item),
      );
      const hides = [...children.keys()].some(isHidden);
      return hides ? [...items, ...decoyDigests().map((digest) => ({ '...': digest }))] : items;
    }
    const shown: Record<string, unknown> = {};
    const digests: string[] = [];
    for (const [name, member] of Object.entries(value)) {
      if (isHidden(name)) digests.push(hide(name, within(name, member)));
      else shown[name] = within(name, member);
    }
    return digests.length === 0 ? shown : { ...shown, _sd: [...digests, ...decoyDigests()].sort() };
  };

  const concealed = conceal(payload, pathTree(disclosable)) as Record<string, unknown>;
  return { payload: { ...concealed, _sd_alg: hash }, disclosures };
}

function hitsNothing(path: ClaimPath, keys: Iterable<readonly [string | number, ...unknown[]]>): Error {
  const [first] = keys;
  return malformedSdJwt(
    `There is no claim ${[...path, first?.[0]].join('.').slice(0, 120)} that could be hidden.`,
  );
}

function requireNoReserved(value: unknown, depth: number): void {
  if (depth > maxClaimDepth) throw malformedSdJwt(`The claims nest deeper than ${maxClaimDepth} levels.`);
  if (Array.isArray(value)) for (const item of value) requireNoReserved(item, depth + 1);
  if (!isRecord(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (isReservedName(name)) throw malformedSdJwt(`A claim must not have the name “${name}”.`);
    requireNoReserved(member, depth + 1);
  }
}
