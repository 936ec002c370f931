import type { Wording } from '@eslabon/ui/words';
import { certificates } from './en/certificates.js';
import { delegations } from './en/delegations.js';
import { exchange } from './en/exchange.js';
import { keep } from './en/keep.js';
import { start } from './en/start.js';
import { trouble } from './en/trouble.js';

/** All words of the app beside those of the verifier. The shape of the other languages follows from this one. */
export const en = { ...start, ...certificates, ...exchange, ...delegations, ...keep, ...trouble };

export type Words = Wording<typeof en>;
