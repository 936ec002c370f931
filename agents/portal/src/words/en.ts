import type { Wording } from '@eslabon/ui/words';
import { certificates } from './en/certificates.js';
import { decide } from './en/decide.js';
import { offer } from './en/offer.js';
import { propose } from './en/propose.js';
import { renew } from './en/renew.js';
import { start } from './en/start.js';
import { trouble } from './en/trouble.js';
import { waiting } from './en/waiting.js';

/** All words of the app beside those of the verifier. The shape of the other languages follows from this one. */
export const en = {
  ...{ ...start, ...certificates, ...offer, ...decide },
  ...{ ...propose, ...waiting, ...renew, ...trouble },
};

export type Words = Wording<typeof en>;
