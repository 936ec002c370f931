/** Tests run the TypeScript sources as native ES modules; workspace packages resolve to their sources. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: [
    '<rootDir>/{packages,agents}/*/src/**/*.test.ts',
    '<rootDir>/did-registry/src/**/*.test.ts',
    '<rootDir>/test/**/*.test.ts',
  ],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '<rootDir>/test/(vectors|browser|fuzz)/',
    '\\.model\\.test\\.ts$',
  ],
  testTimeout: 60_000,
  // Modules of test files stay in memory: a worker that has run hundreds of them runs out of it, and is slow before that.
  workerIdleMemoryLimit: '1GB',
};
