import { foldWords } from '../fold-words.js';

/** N°, Nº, No., Nro., Núm., number… are one word. */
const numberWords = new Set(['n', 'no', 'nr', 'nro', 'nbr', 'num', 'number', 'numero']);

/** What a header is compared by: its folded words, with one way to write “number”. */
export function headerKey(header: string): string {
  return foldWords(header)
    .map((word) => (numberWords.has(word) ? 'number' : word))
    .join(' ');
}
