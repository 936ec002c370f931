import { getOwnDidDocument, resolveDid } from './dids.js';
import { getIssuer } from './exchange.js';
import { getStatusListCredential, getTokenStatusList } from './status-lists.js';

/** Every operation of the agent whose interface a standard prescribes. */
export const standardOperations = {
  resolveDid,
  getOwnDidDocument,
  getIssuer,
  getTokenStatusList,
  getStatusListCredential,
} as const;
