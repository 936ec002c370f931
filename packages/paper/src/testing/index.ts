export { codeAim } from '../page/layout.js';
export * from './native/run-sources.js';
export * from './pdf/open-pdf.js';
export * from './photo/rgba-of.js';
export * from './photo/sheet-of.js';
export * from './photo/take-photo.js';
export * from './photo/take-photos.js';
