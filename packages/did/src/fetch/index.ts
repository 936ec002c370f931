export * from './create-document-fetcher.js';
