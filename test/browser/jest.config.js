import base from '../../jest.config.js';

/** What needs a browser: a Chromium of the system, see find-chromium.ts. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
