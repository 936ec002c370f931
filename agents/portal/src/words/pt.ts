import type { Words } from './en.js';
import { certificates } from './pt/certificates.js';
import { decide } from './pt/decide.js';
import { offer } from './pt/offer.js';
import { propose } from './pt/propose.js';
import { renew } from './pt/renew.js';
import { start } from './pt/start.js';
import { trouble } from './pt/trouble.js';
import { waiting } from './pt/waiting.js';

export const pt: Words = {
  ...{ ...start, ...certificates, ...offer, ...decide },
  ...{ ...propose, ...waiting, ...renew, ...trouble },
};
