export * from './third-party-presentation.js';
export * from './third-party-wallet.js';
