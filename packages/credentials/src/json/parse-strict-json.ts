import { EslabonError } from '@eslabon/core';

/** Nothing that we sign or read nests deeper. */
const maxJsonDepth = 16;

/**
 * Parses JSON from an untrusted sender. Beyond `JSON.parse` it refuses what two readers may understand differently:
 * a member given twice, a member named `__proto__`, and nesting deeper than 16 levels.
 * @param what names the text in messages, for instance “JWS header”.
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function parseStrictJson(text: string, what: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new EslabonError('CREDENTIAL_MALFORMED', `The ${what} is not JSON.`, { cause });
  }
  checkMembers(text, what);
  return value;
}

/** Decodes UTF-8 and parses it. A byte order mark is not JSON. @throws EslabonError CREDENTIAL_MALFORMED */
export function parseStrictJsonBytes(bytes: Uint8Array, what: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new EslabonError('CREDENTIAL_MALFORMED', `The ${what} is not UTF-8.`, { cause });
  }
  return parseStrictJson(text, what);
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/** Walks the tokens of a text that is known to be JSON, keeping the member names of every open object. */
function checkMembers(text: string, what: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : undefined);
      if (open.length > maxJsonDepth) {
        throw new EslabonError(
          'CREDENTIAL_MALFORMED',
          `The ${what} nests deeper than ${maxJsonDepth} levels.`,
        );
      }
    } else if (found === '}' || found === ']') {
      open.pop();
    } else if (found === ':') {
      addMember(open.at(-1), JSON.parse(last) as string, what);
    }
    last = found;
  }
}

function addMember(members: Set<string> | undefined, name: string, what: string): void {
  if (name === '__proto__' || members?.has(name)) {
    const why = name === '__proto__' ? 'must not have the member' : 'has twice the member';
    throw new EslabonError('CREDENTIAL_MALFORMED', `The ${what} ${why} “${name.slice(0, 60)}”.`, {
      hints: ['Readers disagree about such JSON, so it is refused.'],
    });
  }
  members?.add(name);
}
