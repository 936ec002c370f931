import { base64urlDecode } from '@eslabon/credentials';
import type { JsonObject } from '../json/json-object.js';
import { canonize } from '../json-ld/canonize.js';
import { refused } from '../problems/refused.js';
import type { GroupedStatements } from './group-statements.js';
import { groupStatements } from './group-statements.js';
import type { BaseProof } from './proof-values.js';
import { writeDerivedProof } from './proof-values.js';
import { checkPointers, select } from './select.js';

export interface Disclosure {
  /** The part of the document that is disclosed, without proof. */
  document: JsonObject;
  proofValue: string;
}

/**
 * Derives from a base proof what discloses the mandatory and the selected parts only (ECDSA Cryptosuites 1.0 §3.5.8).
 * @throws EslabonError CREDENTIAL_REFUSED with PROOF_VALUE_MALFORMED, POINTER_*, DISCLOSURE_EMPTY, or as of JSON-LD
 */
export async function createDerivedProof(
  document: JsonObject,
  baseProof: BaseProof,
  selectivePointers: readonly string[],
): Promise<Disclosure> {
  checkPointers(selectivePointers);
  const { hmacKey, mandatoryPointers, signatures, ...base } = baseProof;
  const pointers = [...mandatoryPointers, ...selectivePointers];
  checkPointers(pointers);
  const disclosed = select(document, pointers);
  if (disclosed === undefined) {
    throw refused('DISCLOSURE_EMPTY', '', 'Nothing is mandatory and nothing was selected.');
  }
  const grouped = await groupStatements(document, hmacKey, [mandatoryPointers, pointers]);
  const [mandatory, combined] = grouped.groups as [
    GroupedStatements['groups'][0],
    GroupedStatements['groups'][0],
  ];
  const optional = [...grouped.statements.keys()].filter((at) => !mandatory.positions.has(at));
  if (optional.length !== signatures.length) {
    throw refused(
      'PROOF_VALUE_MALFORMED',
      '/proof',
      'The base proof has not one signature for each statement.',
    );
  }
  const shown = [...grouped.statements.keys()].filter((at) => combined.positions.has(at));
  return {
    document: disclosed,
    proofValue: writeDerivedProof({
      ...base,
      signatures: signatures.filter((_, at) => combined.positions.has(optional[at] as number)),
      labels: await labelsSeenBy(grouped, combined),
      mandatoryPositions: [...shown.keys()].filter((at) => mandatory.positions.has(shown[at] as number)),
    }),
  };
}

/** The verifier's canonical labels differ: it canonicalizes less. Each is told the keyed label of its node. */
async function labelsSeenBy(
  { labels }: GroupedStatements,
  { quads }: GroupedStatements['groups'][0],
): Promise<Map<number, Uint8Array>> {
  const canonical = new Map<string, string>();
  await canonize(quads, 'sha256', canonical);
  const seen = [...canonical].map(([label, name]): [number, Uint8Array] => [
    Number(name.slice('c14n'.length)),
    base64urlDecode((labels.get(label) as string).slice(1)),
  ]);
  return new Map(seen.sort(([a], [b]) => a - b));
}
