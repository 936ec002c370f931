import type { Wording } from '@eslabon/ui/words';
import { data } from './en/data.js';
import { keep } from './en/keep.js';
import { request } from './en/request.js';
import { start } from './en/start.js';
import { trouble } from './en/trouble.js';
import { verify } from './en/verify.js';

/** All words of the app beside those of the verifier. The shape of the other languages follows from this one. */
export const en = { ...start, ...verify, ...request, ...data, ...keep, ...trouble };

export type Words = Wording<typeof en>;
