import type { Express } from 'express';
import type { AgentConfig } from '../platform/config/agent-config.js';
import { findWebApp } from './find-web-app.js';
import { serveWebApp } from './serve-web-app.js';

/** The agents that a wallet speaks to are other authorities', wherever they are; over TLS alone. */
const anywhere = ['https:'];

/** On a machine by itself, agents without TLS besides: browsers count these addresses as safe. */
const thisMachine = ['http://127.0.0.1:*', 'http://localhost:*'];

/**
 * The border-post app and the officers' app, which speak to this agent only, and the wallet where this agent issues to
 * wallets.
 */
export function mountWebApps(app: Express, config: AgentConfig, secure: boolean): void {
  for (const name of ['verify', 'portal'] as const) {
    const folder = findWebApp(name, config);
    if (folder === undefined) continue;
    // Officers at a desk scan nothing.
    app.use(`/${name}`, serveWebApp(folder, { secure, camera: name === 'verify' }));
  }
  const wallet = findWebApp('wallet', config);
  if (wallet === undefined || config.issuance === undefined) return;
  const connect = isOnThisMachine(config) ? [...anywhere, ...thisMachine] : anywhere;
  app.use('/wallet', serveWebApp(wallet, { secure, connect }));
}

function isOnThisMachine({ publicUrl }: AgentConfig): boolean {
  if (publicUrl === undefined) return false;
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname);
}
