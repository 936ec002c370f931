import base from '../../jest.config.js';

/** Long random sequences compared with a model: what takes minutes and lies beside the code it is about. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/packages/*/src/**/*.model.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
