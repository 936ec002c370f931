import type { ClaimPath } from './sd-jwt.js';

/** Paths that begin alike, put together. */
export interface PathNode {
  path: ClaimPath;
  /** True when a path ends here. */
  named: boolean;
  children: Map<string | number, PathNode>;
}

/** The paths as a tree. */
export function pathTree(paths: readonly ClaimPath[]): PathNode {
  const root: PathNode = { path: [], named: false, children: new Map() };
  for (const path of paths) {
    let node = root;
    for (const key of path) {
      const next = node.children.get(key) ?? { path: [...node.path, key], named: false, children: new Map() };
      node.children.set(key, next);
      node = next;
    }
    node.named = true;
  }
  return root;
}
