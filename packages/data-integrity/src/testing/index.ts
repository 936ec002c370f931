export * from './broken-credentials.fixture.js';
export * from './documents.fixture.js';
export * from './keys.fixture.js';
export * from './library.fixture.js';
export * from './rejected-proofs.fixture.js';
