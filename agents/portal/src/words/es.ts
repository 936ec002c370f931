import type { Words } from './en.js';
import { certificates } from './es/certificates.js';
import { decide } from './es/decide.js';
import { offer } from './es/offer.js';
import { propose } from './es/propose.js';
import { renew } from './es/renew.js';
import { start } from './es/start.js';
import { trouble } from './es/trouble.js';
import { waiting } from './es/waiting.js';

export const es: Words = {
  ...{ ...start, ...certificates, ...offer, ...decide },
  ...{ ...propose, ...waiting, ...renew, ...trouble },
};
