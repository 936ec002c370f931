import { Initial1700000000001 } from './0001-initial.js';
import { Archive1700000000002 } from './0002-archive.js';
import { Decisions1700000000003 } from './0003-decisions.js';
import { Issuance1700000000004 } from './0004-issuance.js';
import { Presentations1700000000005 } from './0005-presentations.js';
import { CompanyLists1700000000006 } from './0006-company-lists.js';
import { Renewals1700000000007 } from './0007-renewals.js';
import { Listings1700000000008 } from './0008-listings.js';
import { GrantBatches1700000000009 } from './0009-grant-batches.js';
import { SessionKeys1700000000010 } from './0010-session-keys.js';

/** In the order in which they are applied. A released migration is never changed. */
export const migrations = [
  Initial1700000000001,
  Archive1700000000002,
  Decisions1700000000003,
  Issuance1700000000004,
  Presentations1700000000005,
  CompanyLists1700000000006,
  Renewals1700000000007,
  Listings1700000000008,
  GrantBatches1700000000009,
  SessionKeys1700000000010,
];
