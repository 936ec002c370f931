import type { Accession, Arrangement, ArrangementFacts, ArrangementVersion, Period } from '@eslabon/core';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { compareText } from '../codec/compare-text.js';
import { country, hash, text, uint8, uint16, uint32, uint40 } from '../codec/scalars.js';
import { list, record, row, sorted } from '../codec/structures.js';
import { encodeLabel } from '../storage/label.js';
import { nonces } from './authority-codec.js';

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

/** Without its id, which is its place in the list. */
const arrangement = row<Omit<Arrangement, 'id'>>({
  versions: list(version, 1),
  accessions: sorted(
    row<Arrangement['accessions'][number]>({
      country,
      periods: list(row<Accession>({ version: uint16, from: uint40, until: uint40 }), 1),
    }),
    (a, b) => compareText(a.country, b.country),
  ),
  suspensions: sorted(
    row<Arrangement['suspensions'][number]>({
      by: country,
      against: country,
      periods: list(row<Period>({ from: uint40, until: uint40 }), 1),
    }),
    (a, b) => compareText(a.by + a.against, b.by + b.against),
  ),
});

/** Ids are counted from 1 without gaps, as on the chain. */
const arrangements: Codec<Arrangement[]> = {
  write(value, path) {
    const ordered = [...value].sort((a, b) => a.id - b.id);
    if (ordered.some(({ id }, at) => id !== at + 1)) throw wrongShape(path, 'numbered from 1 without gaps');
    return list(arrangement).write(ordered, path);
  },
  read: (raw, path) =>
    list(arrangement)
      .read(raw, path)
      .map((each, at) => ({ id: at + 1, ...each })),
};

export const arrangementCodec: Codec<ArrangementFacts> = record<ArrangementFacts>({ arrangements, nonces });
