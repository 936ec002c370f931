export * from './call.js';
export * from './certificates.js';
export * from './chain-status.js';
export * from './recognise.js';
export * from './start-test-network.js';
export * from './temporary-folder.js';
export * from './test-agent.js';
export * from './wait-for.js';
