import { EslabonError } from '@eslabon/core';
import type { Container } from '../container.js';

/** @throws EslabonError INPUT_INVALID where claims are to be hidden in a container that can hide none. */
export function refuseSelective(name: Container['name'], selective: unknown): void {
  if (selective === undefined) return;
  throw new EslabonError('INPUT_INVALID', `A ${name} shows all of its claims: none can be hidden.`, {
    hints: ['Secure it as SD-JWT where the holder is to choose what to show.'],
  });
}
