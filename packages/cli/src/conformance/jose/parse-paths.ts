import { EslabonError } from '@eslabon/core';
import type { ClaimPath } from '@eslabon/credentials';

/** A member's name, or the place of an item in an array. */
const step = /(?:^|(?<=.)\.)([^.[\]]+)|\[(\d{1,6})\]/gsy;

/**
 * The paths of `--sd`: a JSON array of texts such as `credentialSubject.address.city` or
 * `credentialSubject.phoneNumbers[0]`.
 * @throws EslabonError INPUT_INVALID
 */
export function parsePaths(text: string): ClaimPath[] {
  let paths: unknown;
  try {
    paths = JSON.parse(text);
  } catch (cause) {
    throw invalid(text, cause);
  }
  if (!Array.isArray(paths)) throw invalid(text);
  return paths.map((path) => parsePath(path, text));
}

function parsePath(path: unknown, text: string): ClaimPath {
  if (typeof path !== 'string' || path === '') throw invalid(text);
  const steps: (string | number)[] = [];
  let end = 0;
  for (const [found, name, place] of path.matchAll(step)) {
    steps.push(name ?? Number(place));
    end += found.length;
  }
  if (end !== path.length) throw invalid(text);
  return steps;
}

function invalid(text: string, cause?: unknown): EslabonError {
  return new EslabonError('INPUT_INVALID', `“${text.slice(0, 80)}” is no list of paths.`, {
    hints: ['Give a JSON array, such as --sd \'["credentialSubject.name", "credentialSubject.phones[0]"]\'.'],
    ...(cause !== undefined && { cause }),
  });
}
