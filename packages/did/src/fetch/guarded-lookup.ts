import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { fetchRefused } from './fetch-errors.js';

/**
 * A `lookup` for sockets that fails unless every address of the name is allowed. The socket connects to the very
 * addresses that were looked at, so that a name cannot mean something else a moment later (DNS rebinding).
 */
export function guardedLookup(
  isAllowed: (address: string) => boolean,
  lookup: LookupFunction = systemLookup as LookupFunction,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(fetchRefused(hostname), '', 0);
      }
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
