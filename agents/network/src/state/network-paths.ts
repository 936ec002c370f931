import { join } from 'node:path';

/** Where a demonstration network keeps its things. All of it can be deleted: `npm start -- --fresh` does. */
export function networkPaths(root: string) {
  return {
    root,
    lock: join(root, 'network.lock'),
    state: join(root, 'network.json'),
    trust: join(root, 'trust.json'),
    /** Addresses and keys of the agents, for the command line. */
    agents: join(root, 'agents.json'),
    chainState: join(root, 'chain', 'state.json'),
    dataDir: (country: string) => join(root, 'agents', country.toLowerCase()),
  };
}

export type NetworkPaths = ReturnType<typeof networkPaths>;
