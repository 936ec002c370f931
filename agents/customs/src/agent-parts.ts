import type { NodePool, ProofArchive, Submitter } from '@eslabon/chain';
import type { Kernel } from '@eslabon/veramo';
import type { Anchoring } from './authority/keep-anchored.js';
import type { BundleService } from './bundles/create-bundle-service.js';
import type { ImportRunner } from './imports/run-imports.js';
import type { Clock } from './platform/clock.js';
import type { AgentConfig } from './platform/config/agent-config.js';
import type { Database } from './platform/database/open-database.js';
import type { KeyRing } from './platform/keys/open-key-ring.js';
import type { Log } from './platform/log/create-log.js';
import type { ArchiveKeeper } from './registry/archive/keep-archive.js';
import type { ChainFollower } from './registry/follow-chain.js';
import type { StatusWriter } from './status/writer/run-status-writer.js';

/** What use cases may reach: each takes the parts that it needs. */
export interface AgentParts {
  config: AgentConfig;
  database: Database;
  keys: KeyRing;
  kernel: Kernel;
  /** The chain's nodes. */
  client: NodePool;
  follower: ChainFollower;
  archive: ProofArchive;
  archiving: ArchiveKeeper;
  submitter: Submitter;
  anchoring: Anchoring;
  writer: StatusWriter;
  imports: ImportRunner;
  bundles: BundleService;
  clock: Clock;
  log: Log;
}
