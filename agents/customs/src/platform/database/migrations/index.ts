import { Initial1700000000001 } from './0001-initial.js';
import { Archive1700000000002 } from './0002-archive.js';
import { Decisions1700000000003 } from './0003-decisions.js';
import { Issuance1700000000004 } from './0004-issuance.js';

/** In the order in which they are applied. A released migration is never changed. */
export const migrations = [
  Initial1700000000001,
  Archive1700000000002,
  Decisions1700000000003,
  Issuance1700000000004,
];
