import { normaliseIdentifier, tinSchema } from '@eslabon/core';
import type { SearchKind } from '../../app/filters.js';

/** What the agent would not take of a search that somebody typed; undefined where there is nothing wrong with it. */
export function searchFault(kind: SearchKind, text: string): 'tooShort' | 'tooLong' | 'notTin' | undefined {
  if (text === '') return undefined;
  // The contract counts characters, not the units that JavaScript keeps them in.
  const { length } = [...text];
  switch (kind) {
    case 'name':
      if (length < 2) return 'tooShort';
      return length > 100 ? 'tooLong' : undefined;
    case 'tin':
      return tinSchema.safeParse(normaliseIdentifier(text)).success ? undefined : 'notTin';
    case 'number':
      return length > 35 ? 'tooLong' : undefined;
  }
}
