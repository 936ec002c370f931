export { type Network, type NetworkOptions, startNetwork } from './network/start-network.js';
export { describeNetwork } from './print-network.js';
