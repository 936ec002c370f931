import type { Words } from './en.js';
import { certificates } from './es/certificates.js';
import { delegations } from './es/delegations.js';
import { exchange } from './es/exchange.js';
import { keep } from './es/keep.js';
import { start } from './es/start.js';
import { trouble } from './es/trouble.js';

export const es: Words = { ...start, ...certificates, ...exchange, ...delegations, ...keep, ...trouble };
