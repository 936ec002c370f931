import { type Operation, type OperationId, operations } from '@eslabon/client/contract';
import { EslabonError, errorCodeOf } from '@eslabon/core';
import {
  aeoCertificateJsonSchema,
  aeoContextDocument,
  delegationContextDocument,
} from '@eslabon/credentials';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { DidService } from '../../dids/create-did-service.js';
import { mountDids } from '../../dids/mount-dids.js';
import type { Issuance } from '../../issuance/create-issuance.js';
import { mountIssuance } from '../../issuance/mount-issuance.js';
import { mountIssuers } from '../../issuers/mount-issuers.js';
import type { Presentations } from '../../presentations/create-presentations.js';
import { mountEvents } from '../../presentations/events/mount-events.js';
import { mountPresentations } from '../../presentations/mount-presentations.js';
import { mountStatusLists } from '../../status-lists/mount-status-lists.js';
import type { Exchange } from '../../vc-api/create-exchange.js';
import { mountWebApps } from '../../web-apps/mount-web-apps.js';
import type { Clock } from '../clock.js';
import type { AgentConfig } from '../config/agent-config.js';
import type { Database } from '../database/open-database.js';
import type { Log } from '../log/create-log.js';
import { pathForLog } from '../log/path-for-log.js';
import { authenticate } from './api-keys.js';
import type { Caller } from './caller.js';
import { createDocsPage } from './docs-page.js';
import { createFailedKeys, type FailedKeys } from './failed-keys.js';
import type { Handlers } from './handler.js';
import { type AnyHandler, mountOperation } from './mount-operation.js';
import { createOpenApi } from './openapi.js';
import { toProblem } from './problem.js';

export interface AppParts {
  config: AgentConfig;
  database: Database;
  log: Log;
  handlers: Handlers;
  dids: DidService;
  exchange: Exchange;
  issuance: Issuance | undefined;
  presentations: Presentations | undefined;
  clock: Clock;
}

/** JSON-LD contexts that every agent publishes. */
const contexts = {
  '/contexts/aeo/v1': aeoContextDocument,
  '/contexts/delegation/v1': delegationContextDocument,
};

/** The Express application of an agent. Whatever is not mounted here answers 404. */
export function createApp(parts: AppParts): Express {
  const { config, database, log, handlers, dids, exchange, issuance, presentations, clock } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // A number, never everybody: whoever connects could call itself by any address.
  app.set('trust proxy', config.trustedProxies);
  app.use(
    helmet({ contentSecurityPolicy: contentSecurity(config), strictTransportSecurity: isHttps(config) }),
  );
  app.use(limiter(config.requestsPerMinute));

  for (const [path, context] of Object.entries(contexts)) {
    app.get(path, (_request, response) => {
      response.type('application/ld+json').set('cache-control', 'public, max-age=86400').send(context);
    });
  }
  app.get('/schemas/aeo-certificate/v1.json', (_request, response) => {
    response
      .type('application/schema+json')
      .set('cache-control', 'public, max-age=86400')
      .send(aeoCertificateJsonSchema);
  });
  // Made when it is first asked for: most agents are never asked, and all are to start at once.
  let description: object | undefined;
  app.get('/openapi.json', (_request, response) => {
    description ??= createOpenApi(`${config.name}, ${config.country}`);
    response.json(description);
  });
  app.use('/docs', createDocsPage());
  mountWebApps(app, config, isHttps(config));

  mountDids(app, dids, log);
  mountIssuers(app, exchange.issuers);
  mountStatusLists(app, exchange.statusLists, clock);
  if (issuance !== undefined) mountIssuance(app, issuance, log);
  if (presentations !== undefined) mountPresentations(app, presentations, log);

  const failedKeys = createFailedKeys(config.failedKeysPerMinute);
  const identify = (request: Request): Promise<Caller> => identifyCaller(database, failedKeys, request);
  mountEvents(app, presentations, identify);
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    const isOpen = operation.mayBeOpen === true && config.openExchange;
    const mounted = isOpen ? { ...operation, scope: null } : operation;
    mountOperation(app, mounted, handlers[id] as AnyHandler, identify);
  }
  app.use((request) => {
    throw new EslabonError(
      'NOT_FOUND',
      `There is nothing at ${request.method} ${request.path.slice(0, 200)}.`,
      {
        hints: ['/docs lists every operation.'],
      },
    );
  });
  app.use(answerProblem(log));
  return app;
}

async function identifyCaller(database: Database, failedKeys: FailedKeys, request: Request): Promise<Caller> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const key = bearer ?? request.get('x-api-key');
  if (key === undefined) {
    throw new EslabonError('AUTHENTICATION_REQUIRED', 'This operation needs an API key.', {
      hints: ['Send it as authorization: Bearer esk_… or x-api-key: esk_….'],
    });
  }
  await failedKeys.demandFew(request);
  try {
    return await authenticate(database, key);
  } catch (error) {
    if (errorCodeOf(error) === 'AUTHENTICATION_FAILED') await failedKeys.count(request);
    throw error;
  }
}

function answerProblem(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = toProblem(error, request.path);
    if (problem.status >= 500) log.error({ err: error, path: pathForLog(request.path) }, 'request failed');
    if (problem.status === 401) response.set('www-authenticate', 'Bearer realm="eslabon"');
    if (problem.status === 429) response.set('retry-after', '60');
    if (problem.status === 503) response.set('retry-after', '5');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function limiter(perMinute: number) {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'requests',
    handler: (_request, response, next) => {
      // Also for wallets, whose pages are of other origins: without it they would take this for a lost network.
      response.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' });
      next(
        new EslabonError('RATE_LIMITED', 'Too many requests from this address in a minute.', {
          hints: ['Wait a minute.'],
        }),
      );
    },
  });
}

function isHttps({ publicUrl }: AgentConfig): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}

function contentSecurity(config: AgentConfig) {
  // Without TLS in front, a browser told to upgrade requests could not load the page's own files.
  return isHttps(config) ? true : { directives: { upgradeInsecureRequests: null } };
}
