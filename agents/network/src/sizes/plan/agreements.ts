import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ArrangementVersion, Country, Hash } from '@eslabon/core';
import { certificateTypeMask, everyRole } from '@eslabon/core';
import { arrangementPlans, freshness } from '../../arrangements/arrangements.js';
import { cadena, europeanUnion, world } from './administrations.js';
import { createRandom } from './random.js';

/** An arrangement: its terms, and who of the network has acceded to them. */
export interface Agreement {
  terms: ArrangementVersion;
  acceded: readonly Country[];
}

/** The five arrangements of the demonstration network, with their texts. */
export function cadenaAgreements(): Agreement[] {
  return arrangementPlans.map(({ label, text, parties, certificateTypes, roles, validFrom }) => {
    const digest = sha256(readFileSync(new URL(`../../../data/arrangements/${text}`, import.meta.url)));
    const terms = {
      label,
      textDigest: digest,
      certificateTypes,
      roles,
      validFrom,
      validUntil: 0,
      ...freshness,
    };
    return {
      terms: { ...terms, parties: [...parties] },
      acceded: parties.filter((country) => cadena.includes(country)),
    };
  });
}

/** The Union's own programme, and its arrangements with six partners outside the network: all 27 accede to each. */
export function unionAgreements(): Agreement[] {
  const partners = ['CH', 'CN', 'GB', 'JP', 'NO', 'US'] as Country[];
  const own = agree('EU AEO', '2008-01-01', europeanUnion, europeanUnion);
  return [
    own,
    ...partners.map((partner, at) =>
      agree(`EU–${partner}`, `20${10 + at}-07-01`, [partner, ...europeanUnion], europeanUnion),
    ),
  ];
}

/** As many as there were in 2020 (WCO compendium): 87 between two administrations and 4 between more. */
export function worldAgreements(): Agreement[] {
  const random = createRandom('pairs');
  const pairs = new Set<string>();
  while (pairs.size < 87) {
    // Those with many certificates have many arrangements.
    const [a, b] = [random.below(world.length), random.below(random.below(world.length) + 1)];
    const [first, second] = [world[a], world[b]].sort() as [Country, Country];
    if (first !== second) pairs.add(`${first}–${second}`);
  }
  const plurilateral = [
    agree('EU AEO', '2008-01-01', europeanUnion, europeanUnion),
    ...cadenaAgreements().slice(0, 1),
    agree('Regional Recognition', '2022-05-18', regional, regional),
    agree('East African Community', '2016-05-01', eastAfrica, eastAfrica),
  ];
  const bilateral = [...pairs].map((label) => {
    const parties = label.split('–') as Country[];
    return agree(label, `20${10 + random.below(14)}-0${1 + random.below(9)}-01`, parties, parties);
  });
  return [...plurilateral, ...bilateral];
}

const regional = 'AR BO BR CL CO CR DO GT PE PY UY'.split(' ') as Country[];
const eastAfrica = 'KE RW'.split(' ') as Country[];

function agree(
  label: string,
  from: string,
  parties: readonly Country[],
  acceded: readonly Country[],
): Agreement {
  return {
    terms: {
      label,
      textDigest: sha256(Buffer.from(`Text of ${label}`)),
      certificateTypes: certificateTypeMask(['security', 'full']),
      roles: everyRole,
      validFrom: Date.parse(from) / 1000,
      validUntil: 0,
      ...freshness,
      parties: [...parties].sort(),
    },
    acceded: [...acceded].sort(),
  };
}

function sha256(bytes: Uint8Array): Hash {
  return `0x${createHash('sha256').update(bytes).digest('hex')}`;
}
