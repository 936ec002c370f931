import type { Words } from './en.js';
import { data } from './es/data.js';
import { keep } from './es/keep.js';
import { request } from './es/request.js';
import { start } from './es/start.js';
import { trouble } from './es/trouble.js';
import { verify } from './es/verify.js';

export const es: Words = { ...start, ...verify, ...request, ...data, ...keep, ...trouble };
