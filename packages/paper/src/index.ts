export * from './code/paper-code.js';
export type { CodePlan } from './code/plan-code.js';
export * from './code/require-fit.js';
export type { Terms } from './page/facts-of.js';
export * from './page/render-paper.js';
