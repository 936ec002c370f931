import type { Catalogues } from './catalogue.js';
import { en } from './en.js';
import { es } from './es.js';
import { pt } from './pt.js';

export const catalogues: Catalogues = { en, es, pt };
