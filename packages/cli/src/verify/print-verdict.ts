import type { Verdict, VerdictCode } from '@eslabon/core';
import { adviceOf, describeVerdict } from '@eslabon/verifier';
import { type Paint, paint } from '../output/paint.js';
import { printLines } from '../output/print-lines.js';
import { printable } from '../output/printable.js';
import type { Session } from '../program/session.js';
import { verifySentences } from './verify-sentences.js';

/** A sign and a colour for each verdict; the sign alone is enough where colour is missing or not seen. */
const looks: Record<VerdictCode, readonly [sign: string, paint: Paint]> = {
  RECOGNISED: ['✔', 'green'],
  SUSPENDED: ['⚠', 'yellow'],
  REVOKED: ['✖', 'red'],
  EXPIRED: ['⚠', 'yellow'],
  NOT_YET_VALID: ['⚠', 'yellow'],
  NOT_COVERED: ['⚠', 'yellow'],
  UNTRUSTED: ['✖', 'red'],
  UNDETERMINED: ['⚠', 'yellow'],
};

/** Prints a verdict for a person: what it is, why, and what to do next. */
export function printVerdict(verdict: Verdict, trustPath: string, { io, language }: Session): void {
  const [sign, colour] = looks[verdict.verdict];
  const say = verifySentences[language];
  const [headline = verdict.verdict, ...lines] = describeVerdict(verdict, language);
  const codes = verdict.reasons.map(({ code }) => code);
  io.stdout.write(`${paint(io, io.stdout, `${sign} ${printable(headline)}`, colour, 'bold')}\n`);
  printLines(io.stdout, [
    ...lines,
    '',
    `${say.next}: ${say.advice[adviceOf(verdict)]}`,
    ...(codes.length === 0 ? [] : [`${say.codes}: ${codes.join(', ')}`]),
    `${say.trust}: ${trustPath}`,
  ]);
}
