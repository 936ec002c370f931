/**
 * The words of a header or value for comparison: without accents, case, punctuation and little words of Spanish,
 * Portuguese and English. `Número de certificado`, `NUMERO_CERTIFICADO` and `numeroCertificado` give the same.
 */
export function foldWords(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !littleWords.has(word));
}

const littleWords = new Set(
  'a al da das de del do dos e el en em la las los o of or ou the u y and'.split(' '),
);

/** The same words in one string, to look up in a table. */
export function foldText(text: string): string {
  return foldWords(text).join(' ');
}
