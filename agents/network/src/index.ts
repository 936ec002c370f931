export { type ConformanceServer, startConformance } from './conformance/start-conformance.js';
export { type Network, type NetworkOptions, startNetwork } from './network/start-network.js';
export { describeNetwork } from './print-network.js';
