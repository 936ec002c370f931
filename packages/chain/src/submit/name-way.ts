import type { SubmitterConfig } from './submitter-config.js';

/**
 * A name for a way to the chain: what one carries and may have lost, another way of the same name finds again.
 * @returns `direct`, or `relay` or `hub` with the address of the node or hub
 */
export function nameWay(config: SubmitterConfig): string {
  switch (config.model) {
    case 'direct':
      return 'direct';
    case 'relay':
      return `relay ${config.nodeAddress}`;
    case 'hub':
      return `hub ${config.hub}`;
  }
}
