import type { Words } from './en.js';
import { certificates } from './pt/certificates.js';
import { delegations } from './pt/delegations.js';
import { exchange } from './pt/exchange.js';
import { keep } from './pt/keep.js';
import { start } from './pt/start.js';
import { trouble } from './pt/trouble.js';

export const pt: Words = { ...start, ...certificates, ...exchange, ...delegations, ...keep, ...trouble };
