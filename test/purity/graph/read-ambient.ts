import type { SyntaxNode } from './parse-source.js';
import { isNode, visitChildren } from './parse-source.js';

/** Names of the surroundings: network, process, clock, chance, timers. */
const ambientNames = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'navigator',
  'process',
  'globalThis',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'eval',
  'Function',
]);

/** What a module takes from its surroundings instead of from its caller, as it is written. */
export function readAmbient(node: SyntaxNode): string[] {
  const taken: string[] = [];
  visit(node);
  return taken;

  function visit(one: SyntaxNode): void {
    const found = ambientOf(one);
    if (found !== undefined) taken.push(found);
    visitChildren(withoutNames(one), visit);
  }
}

function ambientOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Identifier' && ambientNames.has(String(node.value))) return String(node.value);
  if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
    const name = `${String(node.object.value)}.${String(node.property.value)}`;
    if (name === 'Date.now' || name === 'Math.random') return name;
  }
  if (node.type === 'NewExpression' && isNode(node.callee) && node.callee.value === 'Date') {
    return (node.arguments as unknown[] | undefined)?.length ? undefined : 'new Date()';
  }
  return undefined;
}

/** A node without the identifiers that only name a member or a field: `verdict.process`, `{ process: 1 }`. */
function withoutNames(node: SyntaxNode): SyntaxNode {
  const { property, key, ...rest } = node;
  const named = (value: unknown) => (isNode(value) && value.type === 'Identifier' ? undefined : value);
  return { ...rest, type: node.type, property: named(property), key: named(key) };
}
