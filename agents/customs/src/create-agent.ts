import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEventIndex, createNodePool, createSubmitter, healIndex, indexDidEvents } from '@eslabon/chain';
import { createKernel } from '@eslabon/veramo';
import type { AgentParts } from './agent-parts.js';
import { keepAnchored } from './authority/keep-anchored.js';
import { createBundleService } from './bundles/create-bundle-service.js';
import { fillBundleFolder } from './bundles/folder/fill-bundle-folder.js';
import { bundleRoutes } from './bundles/routes.js';
import { certificateRoutes } from './certificates/routes.js';
import { decisionRoutes } from './decisions/routes.js';
import { createDidService } from './dids/create-did-service.js';
import { importRoutes } from './imports/routes.js';
import { runImports } from './imports/run-imports.js';
import { keepChainWatched } from './issuance/chain/keep-chain-watched.js';
import { createIssuance, type Issuance } from './issuance/create-issuance.js';
import { issuanceRoutes } from './issuance/routes.js';
import { keepSwept } from './issuance/sweep-sessions.js';
import { createMailer } from './mail/create-mailer.js';
import { paperRoutes } from './paper/routes.js';
import type { Clock } from './platform/clock.js';
import type { AgentConfig } from './platform/config/agent-config.js';
import { lockDataFolder } from './platform/database/lock-data-folder.js';
import { openDatabase } from './platform/database/open-database.js';
import { createApp } from './platform/http/create-app.js';
import { openKeyRing } from './platform/keys/open-key-ring.js';
import { createLog } from './platform/log/create-log.js';
import { createPresentations, type Presentations } from './presentations/create-presentations.js';
import { presentationRoutes } from './presentations/routes.js';
import { keepPresentationsSwept } from './presentations/sweep-presentations.js';
import { createProofArchive } from './registry/archive/create-proof-archive.js';
import { keepArchive } from './registry/archive/keep-archive.js';
import { auditIndex } from './registry/audit-index.js';
import { createEventStore } from './registry/event-store.js';
import { followChain } from './registry/follow-chain.js';
import { renewalRoutes } from './renewals/routes.js';
import { serviceRoutes } from './service/routes.js';
import { statusRoutes } from './status/routes.js';
import { runStatusWriter } from './status/writer/run-status-writer.js';
import { createExchange, type Exchange } from './vc-api/create-exchange.js';
import { exchangeRoutes } from './vc-api/routes.js';
import { verificationRoutes } from './verification/routes.js';
import { walletDataRoutes } from './wallet-data/routes.js';

/** A running agent. */
export interface Agent {
  /** Where it answers, without a final slash. */
  url: string;
  parts: AgentParts;
  /** Finishes what is under way, and stops. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the agent of one authority: opens its database and keys, follows the chain, anchors its keys, goes on with
 * what an earlier process left unfinished, and answers over HTTP. A chain that does not answer does not keep it from
 * starting: reads work, and writes wait.
 * @throws EslabonError CONFIG_INVALID, KEY_SEALED, DATA_FOLDER_IN_USE; the system's error when the port is taken.
 */
export async function createAgent(config: AgentConfig, clock: Clock = () => new Date()): Promise<Agent> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await start(config, clock, closers, close);
  } catch (error) {
    // Whatever was started until here would otherwise go on without anybody to stop it.
    await close();
    throw error;
  }
}

async function start(
  config: AgentConfig,
  clock: Clock,
  closers: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Agent> {
  const log = createLog(config.logLevel, config.country);
  const { deployment, rpcUrls } = config;
  closers.push(await lockDataFolder(config.dataDir));
  const database = await openDatabase(config.dataDir);
  closers.push(() => database.close());
  const keys = await openKeyRing(database, config.masterKey, deployment.chainId);
  const client = createNodePool({ rpcUrls, chainId: deployment.chainId });
  const archive = createProofArchive(database);
  const didEvents = indexDidEvents(createEventStore(database), deployment.contracts.didRegistry.address);
  const index = createEventIndex({
    client,
    deployment,
    deployBlock: deployment.deployBlock,
    store: didEvents.store,
    archive,
  });
  const submitter = createSubmitter(config.submitter, { client, privateKey: keys.submitterSecret });
  const kernel = createKernel({
    did: keys.did,
    keys,
    chain: {
      rpcUrl: rpcUrls[0] as string,
      chainId: deployment.chainId,
      didRegistry: deployment.contracts.didRegistry.address,
    },
  });
  const heal = () => healIndex({ client, deployment, index });
  const follower = followChain({ index, heal, pollMs: config.pollMs, log });
  closers.push(() => follower.stop());
  const base = { config, database, keys, kernel, client, submitter, follower, archive, clock, log };
  const archiving = keepArchive(base);
  closers.push(() => archiving.stop());
  closers.push(auditIndex(base));
  const anchoring = await keepAnchored(base);
  closers.push(() => anchoring.stop());
  const writer = runStatusWriter(base);
  closers.push(() => writer.stop());
  const imports = await runImports({ ...base, writer });
  closers.push(() => imports.stop());
  const bundles = await createBundleService(base);
  const parts: AgentParts = { ...base, archiving, anchoring, writer, imports, bundles };

  if (config.bundleFolder !== undefined) {
    const filling = fillBundleFolder(parts, { path: config.bundleFolder });
    closers.push(() => filling.stop());
  }
  const dids = createDidService(base, didEvents.index);
  const issuance = createIssuance(parts);
  const exchange = await createExchange(parts, dids.resolver, issuance?.chain);
  closers.push(keepSwept(parts));
  if (issuance?.chain !== undefined) closers.push(keepChainWatched(issuance.chain));
  const presentations = createPresentations(parts);
  closers.push(keepPresentationsSwept({ database, clock, log, settings: config.presentations }));
  const app = createApp({
    config,
    database,
    log,
    handlers: routesOf(parts, exchange, issuance, presentations),
    dids,
    exchange,
    issuance,
    presentations,
    clock,
  });
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 }, app);
  await listen(server, config.port, config.host);
  closers.push(() => closeServer(server));
  // Before the server: it waits for whoever still listens.
  closers.push(async () => presentations?.watchers.close());
  const { port } = server.address() as AddressInfo;
  const url = config.publicUrl ?? `http://${config.host}:${port}`;
  log.info({ url, did: keys.did }, 'the agent answers');

  let stopping: Promise<void> | undefined;
  return {
    url,
    parts,
    stop() {
      stopping ??= close();
      return stopping;
    },
  };
}

function routesOf(
  parts: AgentParts,
  exchange: Exchange,
  issuance: Issuance | undefined,
  presentations: Presentations | undefined,
) {
  const mailer = createMailer(parts.config);
  const features = {
    offers: issuance !== undefined,
    email: issuance !== undefined && mailer !== undefined,
    presentations: presentations !== undefined,
  };
  return {
    ...certificateRoutes(parts),
    ...paperRoutes(parts),
    ...renewalRoutes(parts),
    ...statusRoutes(parts),
    ...importRoutes(parts),
    ...bundleRoutes(parts),
    ...verificationRoutes(parts),
    ...decisionRoutes(parts),
    ...serviceRoutes(parts, features),
    ...exchangeRoutes(parts, exchange),
    ...issuanceRoutes(parts, issuance, mailer),
    ...presentationRoutes(presentations),
    ...walletDataRoutes(parts, issuance),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Lets requests under way finish, for a few seconds at the most. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 5000);
  await closed;
  clearTimeout(impatience);
}
