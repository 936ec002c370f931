export type { DidChain } from './did/ethr-network.js';
export * from './issuing/aeo-credential-issuer.js';
export * from './kernel/create-kernel.js';
export * from './keys/agent-keys.js';
export * from './keys/port-kms.js';
export * from './keys/public-key-of.js';
export * from './publishing/attribute-for.js';
