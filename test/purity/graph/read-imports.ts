import type { SyntaxNode } from './parse-source.js';
import { isNode, visitAll } from './parse-source.js';

export interface Import {
  specifier: string;
  /** Erased by the compiler: nothing is loaded for it. */
  isType: boolean;
}

/** What stands where an import is computed, so that nobody can know what it loads. */
export const computed = '(computed)';

/** Every import of a module: static, dynamic, re-export, `require`, `require.resolve`, and types. */
export function readImports(module: SyntaxNode): Import[] {
  const imports: Import[] = [];
  visitAll(module, (node) => {
    const found = importOf(node);
    if (found !== undefined) imports.push(found);
  });
  return imports;
}

function importOf(node: SyntaxNode): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (!isNode(node.source)) return undefined;
      return { specifier: textOf(node.source), isType: node.typeOnly === true };
    case 'TsImportType':
      return isNode(node.argument) ? { specifier: textOf(node.argument), isType: true } : undefined;
    case 'CallExpression':
      return loads(node.callee) ? { specifier: textOf(firstArgument(node)), isType: false } : undefined;
    default:
      return undefined;
  }
}

/** `import(…)`, `require(…)`, and `require.resolve(…)` or `createRequire(…).resolve(…)`. */
function loads(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Import') return true;
  if (callee.type === 'Identifier') return callee.value === 'require';
  if (callee.type !== 'MemberExpression' || !isNode(callee.property) || !isNode(callee.object)) return false;
  return callee.property.value === 'resolve' && makesRequire(callee.object);
}

function makesRequire(node: SyntaxNode): boolean {
  if (node.type === 'Identifier') return node.value === 'require';
  return (
    node.type === 'CallExpression' && isNode(node.callee) && /^createRequire$/.test(String(node.callee.value))
  );
}

function firstArgument(call: SyntaxNode): unknown {
  const [first] = call.arguments as { expression: unknown }[];
  return first?.expression;
}

function textOf(node: unknown): string {
  return isNode(node) && node.type === 'StringLiteral' ? String(node.value) : computed;
}
