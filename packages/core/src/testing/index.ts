export * from './hostile-copies.js';
