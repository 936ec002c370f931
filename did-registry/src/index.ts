export * from './artifacts/arrangement-registry.js';
export * from './artifacts/authority-registry.js';
export * from './artifacts/ethereum-did-registry.js';
export * from './artifacts/status-registry.js';
export * from './eip712.js';
export * from './layout.js';
export * from './revert-hints.js';
