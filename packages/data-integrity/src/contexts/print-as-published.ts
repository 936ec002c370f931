import type { JsonObject } from '../json/json-object.js';
import { isObject } from '../json/json-object.js';

interface Layout {
  /** Whether an object of texts only stands on one line. */
  leaves: 'inline' | 'open';
}

const columns = 80;
const prefixes = new Set(['cred', 'sec', 'xsd']);

/**
 * Writes a context in the layout in which W3C published it: groups apart by empty lines and, where objects stand open,
 * texts that leave the 80 columns on a line of their own. Packages carry contexts as values, while digests of related
 * resources are digests of the published bytes; that these are the bytes is what the tests prove.
 */
export function printAsPublished(document: JsonObject, layout: Layout): string {
  return print(document, '', layout);
}

function print(value: JsonObject, indent: string, layout: Layout): string {
  const entries = Object.entries(value);
  const isLeaf = !Object.hasOwn(value, '@protected') && entries.every(([, member]) => !isObject(member));
  if (isLeaf && layout.leaves === 'inline') {
    return `{${entries.map(([name, member]) => `"${name}": ${JSON.stringify(member)}`).join(', ')}}`;
  }
  const lines = entries.map(([name, member], at) => {
    const isLast = at === entries.length - 1;
    const line = printMember(name, member, `${indent}  `, layout, isLast ? '' : ',');
    return isLast || !endsGroup(name, entries[at + 1]?.[0], indent) ? line : `${line}\n`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function printMember(name: string, member: unknown, indent: string, layout: Layout, comma: string): string {
  const head = `${indent}"${name}":`;
  if (isObject(member)) return `${head} ${print(member, indent, layout)}${comma}`;
  const line = `${head} ${JSON.stringify(member)}${comma}`;
  return line.length > columns && layout.leaves === 'open'
    ? `${head}\n${indent}  ${JSON.stringify(member)}${comma}`
    : line;
}

/** Keywords, aliases and prefixes stand apart, and at the outermost level each type and the common terms. */
function endsGroup(name: string, next: string | undefined, indent: string): boolean {
  if (name === '@protected' || name === 'type') return true;
  if (prefixes.has(name)) return !prefixes.has(next ?? '');
  return indent.length === 2 && (name === 'name' || /^[A-Z]/.test(name));
}
