import type { Country } from '@eslabon/core';
import { cadena, europeanUnion, world } from './administrations.js';
import type { Agreement } from './agreements.js';
import { cadenaAgreements, unionAgreements, worldAgreements } from './agreements.js';

/** A network whose bundle is measured, with the goals for it (proofs.md §5). */
export interface Scenario {
  name: string;
  administrations: readonly Country[];
  certificates: number;
  agreements(): Agreement[];
  validators: number;
  goal: { bytes: number; loadMs: number };
}

export const scenarios = {
  small: {
    name: '8x5000',
    administrations: cadena,
    certificates: 5_000,
    agreements: cadenaAgreements,
    validators: 4,
    goal: { bytes: 10_000, loadMs: 30 },
  },
  middle: {
    name: '27x20000',
    administrations: europeanUnion,
    certificates: 20_000,
    agreements: unionAgreements,
    validators: 10,
    goal: { bytes: 16_000, loadMs: 60 },
  },
  large: {
    name: '97x200000',
    administrations: world,
    certificates: 200_000,
    agreements: worldAgreements,
    validators: 10,
    goal: { bytes: 60_000, loadMs: 200 },
  },
} as const satisfies Record<string, Scenario>;

/** Goal for a day's delta of the small network. */
export const deltaGoal = 3_000;
