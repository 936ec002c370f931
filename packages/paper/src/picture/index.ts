export type { Picture } from './picture.js';
export * from './read-qr-picture.js';
