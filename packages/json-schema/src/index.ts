export type { SchemaOutcome } from './outcome.js';
export type { SchemaFormat } from './schema-in.js';
export { schemaFormats } from './schema-in.js';
export * from './validate-credential.js';
