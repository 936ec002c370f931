import type { Language } from '@eslabon/core';

/** Said after a bundle was written; nothing of it has been checked yet. */
export const fetched: Record<Language, (file: string, bytes: number) => string> = {
  en: (file, bytes) =>
    `${file}: ${bytes} bytes. Not checked yet: eslabon bundle inspect says what it proves.`,
  es: (file, bytes) =>
    `${file}: ${bytes} bytes. Aún sin comprobar: eslabon bundle inspect dice qué demuestra.`,
  pt: (file, bytes) =>
    `${file}: ${bytes} bytes. Ainda não verificado: eslabon bundle inspect diz o que ele prova.`,
};
