import type { Words } from './en.js';
import { data } from './pt/data.js';
import { keep } from './pt/keep.js';
import { request } from './pt/request.js';
import { start } from './pt/start.js';
import { trouble } from './pt/trouble.js';
import { verify } from './pt/verify.js';

export const pt: Words = { ...start, ...verify, ...request, ...data, ...keep, ...trouble };
