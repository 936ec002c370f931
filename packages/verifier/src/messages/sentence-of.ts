import type { Sentence } from '@eslabon/core';
import { catalogues } from './catalogues.js';
import { fill } from './fill.js';
import type { MessageCode } from './message-code.js';

/** The sentence of a code in every language, with the evidence filled in. */
export function sentenceOf(code: MessageCode, evidence: Readonly<Record<string, unknown>>): Sentence {
  const { en, es, pt } = catalogues;
  return {
    en: fill(en.messages[code], evidence, en),
    es: fill(es.messages[code], evidence, es),
    pt: fill(pt.messages[code], evidence, pt),
  };
}
