import type { Hash } from '@eslabon/core';
import type { ProvenTrust } from './loaded-bundle.js';

/** A block of the chain, and why that is believed. */
export interface ProvenBlock {
  hash: Hash;
  trust: ProvenTrust;
}
