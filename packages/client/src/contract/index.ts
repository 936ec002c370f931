export * from './operation.js';
export { bundleMediaType } from './operations/bundles.js';
export { maxRegisterBytes } from './operations/imports.js';
export * from './operations/index.js';
export * from './schemas/certificate.js';
export * from './schemas/common.js';
export * from './schemas/import.js';
export * from './schemas/verdict.js';
