export * from './limits.js';
export * from './photo-kind.js';
export * from './read-photo.js';
