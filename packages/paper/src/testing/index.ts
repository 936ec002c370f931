export * from './pdf/open-pdf.js';
export * from './photo/take-photo.js';
