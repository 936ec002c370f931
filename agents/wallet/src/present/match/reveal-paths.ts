import { type ClaimPath, parseSdJwt, revealPayload } from '@eslabon/credentials';
import type { AskedPath } from './match-item.js';

/**
 * Which of the claims that may be withheld have to be shown: those that are asked for, those that hide them on the way,
 * and, where an object is asked for, what is hidden within it. Nothing else.
 */
export function revealPaths(sdJwt: string, asked: readonly AskedPath[]): ClaimPath[] {
  const { disclosed } = revealPayload(parseSdJwt(sdJwt));
  return disclosed.map(({ path }) => path).filter((path) => asked.some((wanted) => isOnPath(path, wanted)));
}

/** Whether one of the paths leads through the other. */
function isOnPath(path: ClaimPath, wanted: AskedPath): boolean {
  return wanted
    .slice(0, path.length)
    .every((key, at) => (key === null ? typeof path[at] === 'number' : key === path[at]));
}
