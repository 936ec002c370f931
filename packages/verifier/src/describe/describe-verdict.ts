import { byzantineMinimum } from '@eslabon/bundle';
import type { AsOf, Language, Verdict } from '@eslabon/core';
import type { Catalogue, LineCode } from '../messages/catalogue.js';
import { catalogues } from '../messages/catalogues.js';
import { fill } from '../messages/fill.js';
import { plainText } from '../messages/plain-text.js';

type Line = (code: LineCode, values: Readonly<Record<string, unknown>>) => string;

/**
 * A verdict in words for an officer, one line each: the verdict, who it is about, why, under which arrangement, and
 * what block it stands on. Plain text without colours; nothing in it can control a terminal.
 */
export function describeVerdict(verdict: Verdict, language: Language): string[] {
  const words = catalogues[language];
  const line: Line = (code, values) => fill(words.lines[code], values, words);
  const { word, meaning } = words.verdicts[verdict.verdict];
  return [
    `${word}: ${meaning}`,
    ...certificateLines(verdict, line),
    ...verdict.reasons.map(({ sentence }) => plainText(sentence[language], 1000)),
    ...arrangementLines(verdict, line),
    ...delegateLines(verdict, line),
    line('at', { as: verdict.as, at: verdict.at }),
    ...asOfLines(verdict.asOf, line, words),
  ];
}

function certificateLines({ certificate }: Verdict, line: Line): string[] {
  if (certificate === undefined) return [];
  return [
    line('company', { ...certificate }),
    line('tin', { ...certificate }),
    line('certificate', { ...certificate }),
    line('roles', { ...certificate }),
    line('issuer', { ...certificate.issuer }),
    line(certificate.validUntil === undefined ? 'validFrom' : 'validFromUntil', { ...certificate }),
  ];
}

function arrangementLines({ arrangement }: Verdict, line: Line): string[] {
  return arrangement === undefined ? [] : [line('arrangement', { ...arrangement })];
}

function delegateLines({ delegate }: Verdict, line: Line): string[] {
  return delegate === undefined ? [] : [line('delegate', { ...delegate })];
}

function asOfLines(asOf: AsOf | undefined, line: Line, words: Catalogue): string[] {
  if (asOf === undefined) return [line('noBlock', {})];
  const values = { ...asOf, freshness: words.freshness[asOf.freshness] };
  return [line(asOf.age < 0 ? 'asOfLater' : 'asOf', values), line(trustCode(asOf.trust), { ...asOf.trust })];
}

function trustCode(trust: AsOf['trust']): LineCode {
  return trust.mode === 'sealed' && trust.validators < byzantineMinimum ? 'sealedByFew' : trust.mode;
}
