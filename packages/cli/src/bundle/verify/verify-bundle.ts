import type { Language } from '@eslabon/core';
import { paint } from '../../output/paint.js';
import { printJson } from '../../output/print-json.js';
import { printable } from '../../output/printable.js';
import type { Session } from '../../program/session.js';
import { loadProver, refusalOf } from '../open/load-prover.js';
import { readBundle } from '../open/read-bundle.js';
import type { VerifyBundleOptions } from './verify-command.js';

const words: Record<Language, { yes: string; no: string }> = {
  en: { yes: 'yes', no: 'no' },
  es: { yes: 'sí', no: 'no' },
  pt: { yes: 'sim', no: 'não' },
};

/**
 * Says whether a bundle holds, and if not, by which code.
 * @returns 0 when it holds, 1 when it does not.
 * @throws EslabonError when the question could not be asked: files, trust anchor, options.
 */
export async function verifyBundle(
  file: string,
  options: VerifyBundleOptions,
  { io, language }: Session,
): Promise<number> {
  const { prove } = await loadProver(io, options);
  const bytes = await readBundle(io, file);
  const say = words[language];
  try {
    prove(bytes);
  } catch (error) {
    const { code, message } = refusalOf(error);
    if (options.json === true) printJson(io, { holds: false, code, message });
    else
      io.stdout.write(
        `${paint(io, io.stdout, `✖ ${say.no}`, 'red', 'bold')} ${code}: ${printable(message)}\n`,
      );
    return 1;
  }
  if (options.json === true) printJson(io, { holds: true });
  else io.stdout.write(`${paint(io, io.stdout, `✔ ${say.yes}`, 'green', 'bold')}\n`);
  return 0;
}
