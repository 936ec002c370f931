import { EslabonError } from '@eslabon/core';

/** Nothing that we sign or read nests deeper. */
const maxJsonDepth = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new EslabonError('CREDENTIAL_MALFORMED', `The ${what} is not UTF-8.`, { cause });
  }
  return parseStrictJson(text, what);
}

/** Walks through a text that is known to be JSON, keeping the member names of every open object. */
function checkMembers(text: string, what: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        last = text.slice(at, end);
        at = end - 1;
        break;
      }
      case '{':
      case '[':
        open.push(text[at] === '{' ? new Set() : undefined);
        if (open.length > maxJsonDepth) {
          throw new EslabonError(
            'CREDENTIAL_MALFORMED',
            `The ${what} nests deeper than ${maxJsonDepth} levels.`,
          );
        }
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ':':
        addMember(open.at(-1), JSON.parse(last) as string, what);
    }
  }
}

/** Where a string that begins at `from` is over: after the next quotation mark that no backslash belongs to. */
function endOfString(text: string, from: number): number {
  let end = from;
  let escapes: number;
  do {
    end = text.indexOf('"', end + 1);
    escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
  } while (escapes % 2 === 1);
  return end + 1;
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
