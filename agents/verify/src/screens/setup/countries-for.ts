import type { StoredAnchor } from '../../store/stored.js';

/** Countries of the Americas. Another administration is reached through an attestor of its own in the anchor. */
const american = 'AR BO BR BZ CA CL CO CR CU DO EC GT GY HN HT JM MX NI PA PE PY SR SV TT US UY VE';

/**
 * The countries that a post may decide for with a trust anchor: those whose attestors it names, and any where it
 * follows the validators, because then nobody's attestation is needed.
 */
export function countriesFor({ anchor, countries }: Pick<StoredAnchor, 'anchor' | 'countries'>): string[] {
  return anchor.seals === undefined ? countries : [...new Set([...countries, ...american.split(' ')])];
}
