import { makeDelta } from '@eslabon/bundle';
import { EslabonError, type Language } from '@eslabon/core';
import { writeAtomically } from '../../files/write-atomically.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { readBundle } from '../open/read-bundle.js';
import type { DeltaOptions } from './delta-command.js';

const written: Record<Language, (file: string, bytes: number, whole: number) => string> = {
  en: (file, bytes, whole) => `${file}: ${bytes} bytes; the whole bundle has ${whole}.`,
  es: (file, bytes, whole) => `${file}: ${bytes} bytes; el paquete entero tiene ${whole}.`,
  pt: (file, bytes, whole) => `${file}: ${bytes} bytes; o pacote inteiro tem ${whole}.`,
};

/**
 * Writes the delta between two bundles to `options.out`.
 * @throws EslabonError FILE_*, BUNDLE_MALFORMED, BUNDLE_VERSION, BUNDLE_TOO_LARGE
 */
export async function writeDelta(
  base: string,
  next: string,
  options: DeltaOptions,
  { io, language }: Session,
): Promise<number> {
  if (base === '-' && next === '-') {
    throw new EslabonError('INPUT_INVALID', 'Only one of the two bundles can be standard input.');
  }
  const newFile = await readBundle(io, next);
  const delta = makeDelta(await readBundle(io, base), newFile);
  await writeAtomically(io, options.out, delta);
  printLines(io.stdout, [written[language](options.out, delta.length, newFile.length)]);
  return 0;
}
