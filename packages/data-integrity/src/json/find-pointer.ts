import { below } from './pointer.js';

/**
 * The pointer to the first member or item that `matches`, in document order, or `undefined`. JSON-LD processors say
 * what they refuse, never where.
 */
export function findPointer(
  value: unknown,
  matches: (key: string, value: unknown) => boolean,
  pointer = '',
): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (matches(key, member)) return below(pointer, key);
    const inside = key === '@context' ? undefined : findPointer(member, matches, below(pointer, key));
    if (inside !== undefined) return inside;
  }
  return undefined;
}
