import { TroubleError } from '../trouble/trouble-error.js';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/;

/**
 * An address that the wallet may talk to: https, or http on the machine itself, without a user name.
 * @throws TroubleError ADDRESS_REFUSED
 */
export function requireAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
  if (url !== undefined && isSafe && url.username === '' && url.password === '') return url;
  throw new TroubleError('ADDRESS_REFUSED', `“${text.slice(0, 120)}” is not an https address.`);
}
