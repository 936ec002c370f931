import type { Offer } from '@eslabon/client/contract';
import type { Language } from '@eslabon/core';
import { legalTime } from './legal-time.js';
import { type OfferWords, offerWords } from './offer-words.js';

export interface OfferMessageOptions {
  /** Name of the authority. */
  authority: string;
  certificateNumber: string;
  legalName: string;
  walletUrl: string;
  offerUrl: string;
  /** RFC 3339 instant. */
  expiresAt: string;
  utcOffset: string;
}

/** The e-mail that an offer goes out by. The transaction code is not in it, and never goes the same way. */
export function offerMessage(
  language: Language,
  { utcOffset, expiresAt, ...options }: OfferMessageOptions,
): Offer['messages']['es'] {
  const words: OfferWords = { ...options, until: legalTime(expiresAt, utcOffset) };
  const { subject, text } = offerWords[language];
  // One line, whatever stands in the number or in the name.
  return { subject: subject(words).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '), text: text(words) };
}

export function offerMessages(options: OfferMessageOptions): Offer['messages'] {
  return {
    es: offerMessage('es', options),
    pt: offerMessage('pt', options),
    en: offerMessage('en', options),
  };
}
