import type { Renewal } from '../store/stored.js';
import type { Access } from './request-credential.js';

/** What is kept of a token answer to renew with. */
export function renewalOf(refreshToken: string | undefined, { isBound }: Access): Renewal | undefined {
  return refreshToken === undefined ? undefined : { refreshToken, isBound };
}
