import { EslabonError } from '@eslabon/core';
import { record } from '../codec/structures.js';
import { deploymentFields, requireDistinct } from './deployment-fields.js';
import type { Deployment } from './trust-anchor.js';

const deployment = record<Deployment>(deploymentFields);

/**
 * Reads the deployment of the registries from JSON, as `eslabon registry deploy` writes it. Unknown members are refused;
 * hexadecimal is lower-cased.
 * @throws EslabonError DEPLOYMENT_MALFORMED, also when two contracts share an address, or when the contracts have
 * another storage layout than this program reads.
 */
export function parseDeployment(json: unknown): Deployment {
  try {
    const read = deployment.read(json, 'deployment');
    requireDistinct(
      Object.values(read.contracts).map((pin) => pin.address),
      'deployment.contracts',
    );
    return read;
  } catch (cause) {
    const reason = cause instanceof EslabonError ? cause.message : String(cause);
    throw new EslabonError('DEPLOYMENT_MALFORMED', `This is not a deployment of the registries: ${reason}`, {
      cause,
      hints: ['Give the file that “eslabon registry deploy” wrote to the end.'],
    });
  }
}
