import { parseSync } from '@swc/core';

/** A node of the syntax tree, of which only the type is certain. */
export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Syntax tree of a module, TypeScript or JavaScript by the end of its name. */
export function parseSource(file: string, text: string): SyntaxNode {
  const syntax = /\.(?:[cm]?ts|tsx)$/.test(file) ? ('typescript' as const) : ('ecmascript' as const);
  return parseSync(text, { syntax, tsx: file.endsWith('.tsx'), target: 'es2023' }) as unknown as SyntaxNode;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Gives every node directly below a node, or below it through lists and plain objects, to a visitor. */
export function visitChildren(value: object, visit: (child: SyntaxNode) => void): void {
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key];
    if (typeof child !== 'object' || child === null) continue;
    if (isNode(child)) visit(child);
    else visitChildren(child, visit);
  }
}

/** Gives a node and everything below it to a visitor. */
export function visitAll(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  visitChildren(node, (child) => visitAll(child, visit));
}
