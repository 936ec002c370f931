import type { Command } from 'commander';
import type { Session } from './session.js';

/** A first word of the command line. Its options and code are loaded only when it is asked for. */
export interface Noun {
  name: string;
  summary: string;
  load(): Promise<(parent: Command, session: Session) => void>;
}

export const nouns: readonly Noun[] = [
  {
    name: 'verify',
    summary: 'decide, without a network, whether a certificate is to be recognised',
    load: async () => (await import('../verify/verify-command.js')).defineVerify,
  },
  {
    name: 'bundle',
    summary: 'make, fetch, check and hand on offline bundles',
    load: async () => (await import('../bundle/bundle-command.js')).defineBundle,
  },
  {
    name: 'trust',
    summary: 'keep the trust anchor of a post up to date',
    load: async () => (await import('../trust/trust-command.js')).defineTrust,
  },
  {
    name: 'import',
    summary: 'bring a register of certificates (CSV) into an agent',
    load: async () => (await import('../import/import-command.js')).defineImport,
  },
  {
    name: 'certificate',
    summary: 'list, show, export and offer the certificates of an agent',
    load: async () => (await import('../certificate/certificate-command.js')).defineCertificate,
  },
  {
    name: 'status',
    summary: 'suspend, reinstate or revoke a certificate',
    load: async () => (await import('../status/status-command.js')).defineStatus,
  },
  {
    name: 'registry',
    summary: 'deploy the registry contracts, look at them, or check their code',
    load: async () => (await import('../registry/registry-command.js')).defineRegistry,
  },
  {
    name: 'conformance',
    summary: 'answer test suites that call a program',
    load: async () => (await import('../conformance/conformance-command.js')).defineConformance,
  },
];
