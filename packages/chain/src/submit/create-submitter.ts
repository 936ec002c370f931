import type { Hex } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { createDirectSubmitter } from './create-direct-submitter.js';
import { createHubSubmitter } from './hub/create-hub-submitter.js';
import { createRelaySubmitter } from './relay/create-relay-submitter.js';
import type { Submitter } from './submitter.js';
import type { SubmitterConfig } from './submitter-config.js';

export interface CarrierOptions {
  client: ChainClient;
  /** Of the account that carries. It needs no funds and no rights over the registries; no other process may use it. */
  privateKey: Hex;
}

/** The submitter that a configuration names. Does not talk to anybody yet. */
export function createSubmitter(config: SubmitterConfig, carrier: CarrierOptions): Submitter {
  switch (config.model) {
    case 'direct':
      return createDirectSubmitter(carrier);
    case 'relay':
      return createRelaySubmitter({ ...carrier, ...config });
    case 'hub':
      return createHubSubmitter({ ...carrier, ...config });
  }
}
