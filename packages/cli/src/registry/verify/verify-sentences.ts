import type { Language } from '@eslabon/core';
import type { FindingId, Mismatch } from './finding.js';

interface VerifySentences {
  checks: Record<FindingId, string>;
  mismatch(mismatch: Mismatch): string;
  more(count: number): string;
  ok(chainId: number): string;
  notOk(failed: number, chainId: number): string;
}

/** The words of `registry verify`. */
export const verifySentences: Record<Language, VerifySentences> = {
  en: {
    checks: {
      pinned: 'code on the chain is the pinned one',
      code: 'code on the chain is the compiled one',
      immutables: 'immutables hold what they must',
      artifact: 'checked-in artifact is the compiled one',
      layout: 'storage layout is the one that is read',
    },
    mismatch: ({ at, expected, found }) => `${at}: expected ${expected}, found ${found}`,
    more: (count) => `and ${count} more; --json names all`,
    ok: (chainId) => `The registries on chain ${chainId} are those of this repository`,
    notOk: (failed, chainId) =>
      `${failed} checks failed: do not rely on these registries on chain ${chainId}`,
  },
  es: {
    checks: {
      pinned: 'el código en la cadena es el fijado',
      code: 'el código en la cadena es el compilado',
      immutables: 'los inmutables tienen los valores debidos',
      artifact: 'el artefacto versionado es el compilado',
      layout: 'la disposición del almacenamiento es la que se lee',
    },
    mismatch: ({ at, expected, found }) => `${at}: se esperaba ${expected}, hay ${found}`,
    more: (count) => `y ${count} más; --json los nombra todos`,
    ok: (chainId) => `Los registros en la cadena ${chainId} son los de este repositorio`,
    notOk: (failed, chainId) =>
      `${failed} comprobaciones fallaron: no confíe en estos registros de la cadena ${chainId}`,
  },
  pt: {
    checks: {
      pinned: 'o código na cadeia é o fixado',
      code: 'o código na cadeia é o compilado',
      immutables: 'os imutáveis têm os valores devidos',
      artifact: 'o artefato versionado é o compilado',
      layout: 'a disposição do armazenamento é a que se lê',
    },
    mismatch: ({ at, expected, found }) => `${at}: esperava-se ${expected}, há ${found}`,
    more: (count) => `e mais ${count}; --json nomeia todos`,
    ok: (chainId) => `Os registros na cadeia ${chainId} são os deste repositório`,
    notOk: (failed, chainId) =>
      `${failed} verificações falharam: não confie nestes registros da cadeia ${chainId}`,
  },
};
