import type { AuthorityRecord, ErrorCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Issuing } from '../network.fixture.js';
import { authorities } from '../network.fixture.js';

/** Key id of Peru's that test credentials are signed with. */
export const own = `${authorities.PE.did}#delegate-1`;

export const year = 31_536_000;

/** Changes one of Peru's keys. */
export const key =
  (fragment: string, change: object) =>
  (peru: Issuing): void => {
    peru.keys = peru.keys.map((k) => (k.fragment === fragment ? { ...k, ...change } : k));
  };

/** Changes Peru's entry in the registry. */
export const record =
  (change: Partial<AuthorityRecord>) =>
  (peru: Issuing): void => {
    peru.record = { ...peru.record, ...change };
  };

/** Peru has changed its keys and not attested the change. */
export const outdated = (peru: Issuing): void => {
  peru.keysCurrent = false;
  peru.changedBlock = 9;
};

export const failure = (code: ErrorCode) => ({ failure: new EslabonError(code, 'The source failed.') });
