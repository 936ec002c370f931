import { Initial1700000000001 } from './0001-initial.js';

/** In the order in which they are applied. A released migration is never changed. */
export const migrations = [Initial1700000000001];
