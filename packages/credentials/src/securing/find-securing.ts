import type { Secured, Taken } from './container.js';
import type { Securing } from './securing.js';
import { securings } from './securings.js';
import { unsupportedSecuring } from './unsupported-securing.js';

const containers = [...new Set(securings.map(({ container }) => container))];

/**
 * Takes a token apart and says how it is secured: its form says which container it is in, and the media type in its
 * protected header which securing. Nothing is tried.
 * @throws EslabonError CREDENTIAL_FORMAT_UNSUPPORTED; CREDENTIAL_* when it cannot be taken apart.
 */
export function findSecuring(secured: Secured): { securing: Securing; taken: Taken } {
  const container = containers.find((one) => one.recognises(secured));
  if (container === undefined) throw unsupportedSecuring('This is not a token of any form that is known.');
  const taken = container.take(secured);
  const securing = (securings as readonly Securing[]).find(
    (one) =>
      one.container === container && one.mediaType === taken.mediaType && (one.when?.(taken.claims) ?? true),
  );
  if (securing !== undefined) return { securing, taken };
  const named = taken.mediaType === undefined ? 'no media type' : `“${taken.mediaType.slice(0, 60)}”`;
  throw unsupportedSecuring(`This ${container.name} names ${named} as its type (typ).`);
}
