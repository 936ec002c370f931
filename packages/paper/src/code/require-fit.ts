import type { AeoCredential } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { compactLength } from '@eslabon/credentials';
import { maxCodeCharacters } from './limits.js';

/** A name that can be made shorter, and by how many of its characters. */
export interface Shortening {
  field: 'legalName' | 'issuer.name';
  characters: number;
}

/** The key that is to sign, for its name is in the code too. */
export type PrintingKey = Parameters<typeof compactLength>[1];

/**
 * Makes sure that a certificate fits into the code of a page. Pure and quick: it is asked before a certificate is
 * proposed, issued or imported, so that no certificate exists that cannot be printed.
 * @throws EslabonError PAPER_TOO_LARGE; `details.shorten` says which name to shorten by how many characters, any of them
 *   being enough; where none is, both names have to be.
 */
export function requireFit(credential: AeoCredential, key: PrintingKey): void {
  const characters = compactLength(credential, key);
  if (characters <= maxCodeCharacters) return;
  const shorten = shortenings(credential, key);
  const ways = shorten.map(({ field, characters: count }) => `${field} by ${count} characters`);
  throw new EslabonError(
    'PAPER_TOO_LARGE',
    `The printed certificate would need a code of ${characters} characters; a page has room for ${maxCodeCharacters}.`,
    {
      hints: [ways.length === 0 ? 'Shorten legalName and issuer.name.' : `Shorten ${ways.join(', or ')}.`],
      details: { characters, most: maxCodeCharacters, shorten },
    },
  );
}

function shortenings(credential: AeoCredential, key: PrintingKey): Shortening[] {
  const { issuer, credentialSubject } = credential;
  const named = {
    legalName: (legalName: string) => ({
      ...credential,
      credentialSubject: { ...credentialSubject, legalName },
    }),
    'issuer.name': (name: string) => ({ ...credential, issuer: { ...issuer, name } }),
  };
  const names = { legalName: credentialSubject.legalName, 'issuer.name': issuer.name };
  return (Object.keys(named) as (keyof typeof named)[]).flatMap((field) => {
    const fits = (name: string) => compactLength(named[field](name), key) <= maxCodeCharacters;
    const count = fewest([...names[field]], fits);
    return count === undefined ? [] : [{ field, characters: count }];
  });
}

/** How many characters must go from the end of a text for it to fit; `undefined` where one character is too many. */
function fewest(characters: readonly string[], fits: (text: string) => boolean): number | undefined {
  const without = (count: number) => characters.slice(0, characters.length - count).join('');
  if (!fits(without(characters.length - 1))) return undefined;
  let [tooFew, enough] = [0, characters.length - 1];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (fits(without(middle))) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
