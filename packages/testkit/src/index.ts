export * from './anvil/free-port.js';
export * from './anvil/start-anvil.js';
export * from './keys/test-account.js';
export * from './keys/test-key.js';
export * from './network/deny-network.js';
export * from './relay-signer/start-relay-signer.js';
