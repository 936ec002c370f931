import type { Language } from '@eslabon/core';

interface KeepSentences {
  proven(file: string, bytes: number, block: number, age: string): string;
  unproven(file: string, bytes: number): string;
}

/** Said after a bundle was written. */
export const keepSentences: Record<Language, KeepSentences> = {
  en: {
    proven: (file, bytes, block, age) => `${file}: ${bytes} bytes. It holds, as of block ${block}, ${age}.`,
    unproven: (file, bytes) =>
      `${file}: ${bytes} bytes. Not checked yet: eslabon bundle inspect says what it proves.`,
  },
  es: {
    proven: (file, bytes, block, age) =>
      `${file}: ${bytes} bytes. Es válido, según el bloque ${block}, ${age}.`,
    unproven: (file, bytes) =>
      `${file}: ${bytes} bytes. Aún sin comprobar: eslabon bundle inspect dice qué demuestra.`,
  },
  pt: {
    proven: (file, bytes, block, age) => `${file}: ${bytes} bytes. É válido, pelo bloco ${block}, ${age}.`,
    unproven: (file, bytes) =>
      `${file}: ${bytes} bytes. Ainda não verificado: eslabon bundle inspect diz o que ele prova.`,
  },
};
