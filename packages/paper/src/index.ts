export * from './code/paper-code.js';
export type { CodePlan } from './code/plan-code.js';
export * from './code/require-fit.js';
export type { Terms } from './page/facts-of.js';
export { codeAim } from './page/layout.js';
export * from './page/render-paper.js';
export * from './photo/limits.js';
export * from './photo/photo-kind.js';
export * from './photo/read-photo.js';
