import type { Language } from '@eslabon/core';

interface BuildSentences {
  reading(block: string, newest: string): string;
  healing: string;
  built(file: string, bytes: number, block: number, signers: number, validators: number): string;
}

/** The words of `bundle build`. */
export const buildSentences: Record<Language, BuildSentences> = {
  en: {
    reading: (block, newest) => `reading events: block ${block} of ${newest}`,
    healing: 'the events do not fit the state of the chain; reading them anew, node by node',
    built: (file, bytes, block, signers, validators) =>
      `${file}: ${bytes} bytes, block ${block}, sealed by ${signers} of ${validators} validators, checked.`,
  },
  es: {
    reading: (block, newest) => `leyendo eventos: bloque ${block} de ${newest}`,
    healing: 'los eventos no concuerdan con el estado de la cadena; se leen de nuevo, nodo por nodo',
    built: (file, bytes, block, signers, validators) =>
      `${file}: ${bytes} bytes, bloque ${block}, sellado por ${signers} de ${validators} validadores, comprobado.`,
  },
  pt: {
    reading: (block, newest) => `lendo eventos: bloco ${block} de ${newest}`,
    healing: 'os eventos não combinam com o estado da cadeia; lendo de novo, nó por nó',
    built: (file, bytes, block, signers, validators) =>
      `${file}: ${bytes} bytes, bloco ${block}, selado por ${signers} de ${validators} validadores, verificado.`,
  },
};
