import type { Accession, Arrangement, ArrangementVersion, Country, Period } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { compareText, firstDifference } from '../codec/compare-text.js';
import { country, hash, text, uint8, uint16, uint32, uint40 } from '../codec/scalars.js';
import { list, row, sorted } from '../codec/structures.js';
import { encodeLabel } from '../storage/label.js';

const label: Codec<string> = {
  write: (value, path) => requireLabel(value, path),
  read: (raw, path) => requireLabel(text(66).read(raw, path), path),
};

function requireLabel(value: string, path: string): string {
  try {
    encodeLabel(value);
  } catch {
    throw wrongShape(path, 'a label of at most 32 bytes');
  }
  return value;
}

const version = row<ArrangementVersion>({
  label,
  textDigest: hash,
  certificateTypes: uint8,
  roles: uint32,
  validFrom: uint40,
  validUntil: uint40,
  ttl: uint32,
  exp: uint32,
  parties: list(country),
});

/** Without its id, which is its place in the list. Its countries are named by their place among its parties. */
interface StoredArrangement {
  versions: ArrangementVersion[];
  accessions: { party: number; periods: Accession[] }[];
  suspensions: { by: number; against: number; periods: Period[] }[];
}

const arrangements = list(
  row<StoredArrangement>({
    versions: list(version, 1),
    accessions: sorted(
      row<StoredArrangement['accessions'][number]>({
        party: uint16,
        periods: list(row<Accession>({ version: uint16, from: uint40, until: uint40 }), 1),
      }),
      (a, b) => a.party - b.party,
    ),
    suspensions: sorted(
      row<StoredArrangement['suspensions'][number]>({
        by: uint16,
        against: uint16,
        periods: list(row<Period>({ from: uint40, until: uint40 }), 1),
      }),
      (a, b) => firstDifference(a.by - b.by, a.against - b.against),
    ),
  }),
);

/** Ids are counted from 1 without gaps, as on the chain. */
export const arrangementsCodec: Codec<Arrangement[]> = {
  write(value, path) {
    const ordered = [...value].sort((a, b) => a.id - b.id);
    if (ordered.some(({ id }, at) => id !== at + 1)) throw wrongShape(path, 'numbered from 1 without gaps');
    return arrangements.write(
      ordered.map((each) => toStored(each, path)),
      path,
    );
  },
  read: (raw, path) => arrangements.read(raw, path).map((each, at) => fromStored(each, at + 1, path)),
};

/** The parties to any version: nobody else can accede or suspend. */
function partiesOf({ versions }: Pick<Arrangement, 'versions'>): Country[] {
  return [...new Set(versions.flatMap(({ parties }) => parties))];
}

function toStored({ id, versions, accessions, suspensions }: Arrangement, path: string): StoredArrangement {
  const places = new Map(partiesOf({ versions }).map((party, place) => [party, place]));
  const placeOf = (party: Country): number => {
    const place = places.get(party);
    if (place !== undefined) return place;
    throw wrongShape(`${path}: what ${party} does in arrangement ${id}`, 'that of a party');
  };
  return {
    versions,
    accessions: accessions.map(({ country: party, periods }) => ({ party: placeOf(party), periods })),
    suspensions: suspensions.map(({ by, against, periods }) => {
      return { by: placeOf(by), against: placeOf(against), periods };
    }),
  };
}

function fromStored(
  { versions, accessions, suspensions }: StoredArrangement,
  id: number,
  path: string,
): Arrangement {
  const parties = partiesOf({ versions });
  const partyAt = (place: number): Country => {
    const party = parties[place];
    if (party !== undefined) return party;
    throw wrongShape(`${path}: place ${place} in arrangement ${id}`, `one of its ${parties.length} parties`);
  };
  return {
    id,
    versions,
    accessions: accessions
      .map(({ party, periods }) => ({ country: partyAt(party), periods }))
      .sort((a, b) => compareText(a.country, b.country)),
    suspensions: suspensions
      .map(({ by, against, periods }) => ({ by: partyAt(by), against: partyAt(against), periods }))
      .sort((a, b) => compareText(a.by + a.against, b.by + b.against)),
  };
}
