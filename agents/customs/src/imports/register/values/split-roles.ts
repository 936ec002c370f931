import type { OperatorRole } from '@eslabon/core';
import { foldWords } from '../fold-words.js';
import { longestRoleName, roleByName } from './role-names.js';

export interface SplitRoles {
  /** In the order of the cell, each once. */
  roles: OperatorRole[];
  unknown: string[];
  repeated: OperatorRole[];
}

/**
 * Reads the roles of a cell: codes or names joined by `+`, `,`, `/`, `;`, `|` or spaces. Names have several words, so
 * the longest name that fits is taken at each place.
 */
export function splitRoles(cell: string): SplitRoles {
  const found: SplitRoles = { roles: [], unknown: [], repeated: [] };
  for (const part of cell.split(/[+,/;|]/)) {
    const words = foldWords(part);
    for (let at = 0; at < words.length; ) {
      const length = longestNameAt(words, at);
      const role = roleByName.get(words.slice(at, at + length).join(' '));
      if (role === undefined) found.unknown.push(words[at] as string);
      else if (found.roles.includes(role)) found.repeated.push(role);
      else found.roles.push(role);
      at += length;
    }
  }
  return found;
}

/** How many words the longest name that begins here has; 1 when none does. */
function longestNameAt(words: readonly string[], at: number): number {
  for (let length = Math.min(longestRoleName, words.length - at); length > 1; length--) {
    if (roleByName.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}
