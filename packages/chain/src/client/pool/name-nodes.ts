import { nodeName } from '../node-name.js';

/** Names for nodes that can be shown: host and port, and a number where several share them. */
export function nameNodes(rpcUrls: readonly string[]): string[] {
  const names = rpcUrls.map(nodeName);
  return names.map((name, at) => {
    const isUnique = names.indexOf(name) === names.lastIndexOf(name);
    return isUnique ? name : `${name} (${names.slice(0, at + 1).filter((other) => other === name).length})`;
  });
}
