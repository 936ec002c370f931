/**
 * Contracts that behave as LACChain's hubs do, for tests and the demonstration network. Behind an entry of its own, so
 * that nothing else takes them up by accident.
 */
export * from './artifacts/doubles/permissioned-meta-tx-hub-double.js';
export * from './artifacts/doubles/relay-hub-double.js';
