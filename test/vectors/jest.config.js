import base from '../../jest.config.js';

/** Vectors of third parties, which lie in ../shared beside the checkout and not in the repository. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/vectors/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
