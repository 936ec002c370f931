import { decodeLabel } from '@eslabon/bundle';
import type {
  Accession,
  Arrangement,
  ArrangementFacts,
  ArrangementVersion,
  Country,
  Period,
} from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { decodeCountry } from '../../codec/country.js';
import { diverged } from '../diverged.js';
import type { ArrangementEvent } from '../registry-event.js';
import { compareText } from './compare-text.js';
import type { Nonces } from './nonces.js';
import { applyInstructionUsed, nonceFacts } from './nonces.js';

interface ArrangementEntry {
  versions: ArrangementVersion[];
  accessions: Map<Country, Accession[]>;
  /** By the two countries one after the other, as the contract keys them. */
  suspensions: Map<string, { by: Country; against: Country; periods: Period[] }>;
}

/** What the events of ArrangementRegistry add up to. */
export interface ArrangementState {
  /** The arrangement with id 1 comes first. */
  arrangements: ArrangementEntry[];
  nonces: Nonces;
}

export function emptyArrangementState(): ArrangementState {
  return { arrangements: [], nonces: new Map() };
}

/** Takes one event into the state, which is changed. */
export function applyArrangementEvent(state: ArrangementState, event: ArrangementEvent): void {
  switch (event.eventName) {
    case 'ArrangementProposed':
      propose(state, event.args);
      return;
    case 'Acceded': {
      const { country, version, from } = event.args;
      const { accessions } = arrangementOf(state, event.args.arrangement);
      const periods = accessions.get(decodeCountry(country)) ?? [];
      accessions.set(decodeCountry(country), [...periods, { version, from, until: 0 }]);
      return;
    }
    case 'Withdrawn': {
      const { accessions } = arrangementOf(state, event.args.arrangement);
      closeOpen(accessions.get(decodeCountry(event.args.country)), event.args.until);
      return;
    }
    case 'RecognitionSuspended':
      suspensionsOf(state, event.args).push({ from: event.args.from, until: 0 });
      return;
    case 'RecognitionResumed':
      closeOpen(suspensionsOf(state, event.args), event.args.until);
      return;
    case 'InstructionUsed':
      applyInstructionUsed(state.nonces, event.args);
      return;
  }
}

export function arrangementFacts({ arrangements, nonces }: ArrangementState): ArrangementFacts {
  return { arrangements: arrangements.map(arrangementFact), nonces: nonceFacts(nonces) };
}

function arrangementFact(entry: ArrangementEntry, position: number): Arrangement {
  return {
    id: position + 1,
    versions: entry.versions.map((version) => ({ ...version, parties: [...version.parties] })),
    accessions: [...entry.accessions]
      .map(([country, periods]) => ({ country, periods: periods.map((period) => ({ ...period })) }))
      .sort((a, b) => compareText(a.country, b.country)),
    suspensions: [...entry.suspensions]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, { by, against, periods }]) => ({
        by,
        against,
        periods: periods.map((period) => ({ ...period })),
      })),
  };
}

type Proposed = Extract<ArrangementEvent, { eventName: 'ArrangementProposed' }>['args'];

function propose(state: ArrangementState, { arrangement, version, terms }: Proposed): void {
  if (version === 1 && arrangement === state.arrangements.length + 1) {
    state.arrangements.push({ versions: [], accessions: new Map(), suspensions: new Map() });
  }
  const { versions } = arrangementOf(state, arrangement);
  if (version !== versions.length + 1) {
    throw diverged(`Version ${version} of arrangement ${arrangement} came after ${versions.length} others.`);
  }
  versions.push({
    label: decodeLabel(terms.label),
    textDigest: lowerHex(terms.textDigest),
    certificateTypes: terms.certificateTypes,
    roles: terms.roles,
    validFrom: terms.validFrom,
    validUntil: terms.validUntil,
    ttl: terms.ttl,
    exp: terms.exp,
    parties: terms.parties.map(decodeCountry),
  });
}

/** Ends what is open, or gives it up when it would start later: the contract's rule for both kinds of period. */
function closeOpen(periods: Period[] | undefined, until: number): void {
  for (const period of periods ?? []) {
    if (period.until === 0) period.until = Math.max(period.from, until);
  }
}

function arrangementOf(state: ArrangementState, id: number): ArrangementEntry {
  const entry = state.arrangements[id - 1];
  if (!entry) throw diverged(`Arrangement ${id} has events and was never proposed.`);
  return entry;
}

type Suspended = Extract<ArrangementEvent, { eventName: 'RecognitionSuspended' }>['args'];

function suspensionsOf(
  state: ArrangementState,
  args: Pick<Suspended, 'arrangement' | 'by' | 'against'>,
): Period[] {
  const { suspensions } = arrangementOf(state, args.arrangement);
  const [by, against] = [decodeCountry(args.by), decodeCountry(args.against)];
  const entry = suspensions.get(by + against) ?? { by, against, periods: [] };
  suspensions.set(by + against, entry);
  return entry.periods;
}
