import base from '../../jest.config.js';

/** Hundreds of thousands of altered inputs: minutes of work, apart from the tests that run all the time. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/fuzz/**/*.fuzz.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
