import type {
  Accession,
  Address,
  ArrangementFacts,
  ArrangementVersion,
  Country,
  Period,
} from '@eslabon/core';
import type { ArrangementAction, OrderBlock } from './order.js';
import { ensure } from './refusal.js';

const mostVersions = 32;
const mostPeriods = 64;

export interface ArrangementEntry {
  versions: ArrangementVersion[];
  accessions: Map<Country, Accession[]>;
  suspensions: { by: Country; against: Country; periods: Period[] }[];
}

/** ArrangementRegistry written down again, apart from the contract and from the reader of its events. */
export interface ArrangementModel {
  arrangements: ArrangementEntry[];
  nonces: Map<Address, number>;
}

export const emptyArrangementModel = (): ArrangementModel => ({ arrangements: [], nonces: new Map() });

export const arrangementFactsOf = ({ arrangements, nonces }: ArrangementModel): ArrangementFacts => ({
  arrangements: arrangements.map(({ versions, accessions, suspensions }, position) => ({
    id: position + 1,
    versions,
    accessions: [...accessions].map(([country, periods]) => ({ country, periods })),
    suspensions,
  })),
  nonces: [...nonces].map(([authority, nonce]) => ({ authority, nonce })),
});

export const holds = ({ from, until }: Period, at: number): boolean =>
  from <= at && (until === 0 || at < until);

/** @throws Refusal */
export function applyArrangement(
  model: ArrangementModel,
  country: Country | undefined,
  action: ArrangementAction,
  { timestamp }: OrderBlock,
): void {
  ensure(country !== undefined, 'NotMember');
  const instant = (given: number): number => {
    ensure(given === 0 || given >= timestamp, 'InstantInPast');
    return given === 0 ? timestamp : given;
  };
  if (action.kind === 'propose') {
    propose(model, country, action, timestamp);
    return;
  }
  const entry = model.arrangements[action.arrangement - 1];
  if (action.kind === 'accede') {
    const terms = entry?.versions[action.version - 1];
    ensure(entry !== undefined && terms !== undefined, 'UnknownVersion');
    ensure(terms.parties.includes(country), 'NotAParty');
    accede(entry, country, action.version, instant(action.from));
    return;
  }
  ensure(entry !== undefined, 'UnknownArrangement');
  switch (action.kind) {
    case 'withdraw':
      withdraw(entry, country, instant(action.until));
      return;
    case 'suspend': {
      const { against } = action;
      ensure(against !== country, 'SuspensionOfSelf');
      ensure((entry.accessions.get(country) ?? []).length > 0, 'NotAcceded');
      ensure(
        entry.versions.some(({ parties }) => parties.includes(against)),
        'NotAParty',
      );
      suspend(entry, country, against, instant(action.from));
      return;
    }
    case 'resume': {
      const until = instant(action.until);
      const open = periodsOf(entry, country, action.against).find((period) => period.until === 0);
      ensure(open !== undefined, 'RecognitionNotSuspended');
      open.until = Math.max(open.from, until);
      return;
    }
  }
}

function propose(
  model: ArrangementModel,
  country: Country,
  { arrangement, terms }: Extract<ArrangementAction, { kind: 'propose' }>,
  timestamp: number,
): void {
  ensure(terms.certificateTypes > 0 && terms.certificateTypes < 8, 'CertificateTypesInvalid');
  ensure(terms.roles > 0 && terms.roles < 2 ** 14, 'RolesInvalid');
  ensure(terms.exp > 0 && terms.ttl <= terms.exp, 'FreshnessInvalid');
  ensure(terms.validUntil === 0 || terms.validUntil > terms.validFrom, 'PeriodInvalid');
  ensure(terms.validUntil === 0 || terms.validUntil >= timestamp, 'InstantInPast');
  ensure(terms.parties.length >= 2 && terms.parties.length <= 64, 'PartyCountOutOfRange');
  ensure(isAscending(terms.parties), 'PartiesNotAscending');
  ensure(terms.parties.includes(country), 'NotAParty');
  if (arrangement === 0) {
    model.arrangements.push({ versions: [terms], accessions: new Map(), suspensions: [] });
    return;
  }
  const entry = model.arrangements[arrangement - 1];
  ensure(entry !== undefined, 'UnknownArrangement');
  const accessions = entry.accessions.get(country) ?? [];
  ensure(
    accessions.some((accession) => holds(accession, timestamp)),
    'NotAcceded',
  );
  ensure(entry.versions.length < mostVersions, 'TooManyVersions');
  entry.versions.push(terms);
}

function isAscending(parties: readonly Country[]): boolean {
  return parties.every((country, index) => index === 0 || country > (parties[index - 1] as Country));
}

function accede(entry: ArrangementEntry, country: Country, version: number, from: number): void {
  const accessions = entry.accessions.get(country) ?? [];
  ensure(accessions.length < mostPeriods, 'TooManyAccessions');
  const same = accessions.filter((accession) => accession.version === version);
  ensure(!same.some((accession) => hasInstantFrom(accession, from)), 'AlreadyAcceded');
  entry.accessions.set(country, [...accessions, { version, from, until: 0 }]);
}

function withdraw(entry: ArrangementEntry, country: Country, until: number): void {
  const open = (entry.accessions.get(country) ?? []).filter((accession) => accession.until === 0);
  ensure(open.length > 0, 'NotAcceded');
  for (const accession of open) accession.until = Math.max(accession.from, until);
}

function suspend(entry: ArrangementEntry, by: Country, against: Country, from: number): void {
  const periods = periodsOf(entry, by, against);
  ensure(periods.length < mostPeriods, 'TooManySuspensions');
  ensure(!periods.some((period) => hasInstantFrom(period, from)), 'RecognitionAlreadySuspended');
  if (periods.length === 0) entry.suspensions.push({ by, against, periods });
  periods.push({ from, until: 0 });
}

function periodsOf({ suspensions }: ArrangementEntry, by: Country, against: Country): Period[] {
  return suspensions.find((one) => one.by === by && one.against === against)?.periods ?? [];
}

/** Whether a period contains an instant at or after `start`. */
function hasInstantFrom({ from, until }: Period, start: number): boolean {
  return until === 0 || Math.max(from, start) < until;
}
