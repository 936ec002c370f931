export * from './deploy-did-registry.js';
export * from './test-agent-keys.js';
export * from './test-credential.js';
