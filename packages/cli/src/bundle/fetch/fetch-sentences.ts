import type { Language } from '@eslabon/core';

interface FetchSentences {
  current(file: string): string;
  delta(bytes: number): string;
  noDelta(why: string): string;
  noBase(file: string, why: string): string;
  again(bytes: number): string;
}

/** What `bundle fetch` says beside the file that it wrote. */
export const fetchSentences: Record<Language, FetchSentences> = {
  en: {
    current: (file) => `Nothing new: ${file} is the newest bundle.`,
    delta: (bytes) => `fetched a delta of ${bytes} bytes`,
    noDelta: (why) => `no delta (${why}); fetching the whole bundle`,
    noBase: (file, why) => `${file} is no base (${why}); fetching the whole bundle`,
    again: (bytes) => `the line broke; going on after ${bytes} bytes`,
  },
  es: {
    current: (file) => `Nada nuevo: ${file} es el paquete más reciente.`,
    delta: (bytes) => `se obtuvo un delta de ${bytes} bytes`,
    noDelta: (why) => `sin delta (${why}); se obtiene el paquete entero`,
    noBase: (file, why) => `${file} no sirve de base (${why}); se obtiene el paquete entero`,
    again: (bytes) => `se cortó la línea; se sigue después de ${bytes} bytes`,
  },
  pt: {
    current: (file) => `Nada de novo: ${file} é o pacote mais recente.`,
    delta: (bytes) => `obtido um delta de ${bytes} bytes`,
    noDelta: (why) => `sem delta (${why}); obtendo o pacote inteiro`,
    noBase: (file, why) => `${file} não serve de base (${why}); obtendo o pacote inteiro`,
    again: (bytes) => `a linha caiu; continuando depois de ${bytes} bytes`,
  },
};
