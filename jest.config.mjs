const common = {
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  testPathIgnorePatterns: ['/node_modules/', '/build/', '/dist/', '/cdktf.out/'],
  transform: {
    '\\.(ts|js|mjs)$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  // These publish ES modules only; everything that they pull in is transformed with them.
  transformIgnorePatterns: [
    '/node_modules/(?:cdktf|cdktf-cli|cdk8s.*|@cdktf|constructs|typescript|jest.*|@jest)/',
  ],
};

export default {
  testSequencer: '<rootDir>/testbed/runner/planned-order.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['**/*.test.ts'],
      setupFiles: ['<rootDir>/testbed/jest/no-engine-chosen.ts'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, '\\.e2e\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['**/*.e2e.test.ts'],
      testEnvironment: '<rootDir>/testbed/jest/environment.ts',
      setupFilesAfterEnv: ['<rootDir>/testbed/jest/set-timeout.ts'],
      globalSetup: '<rootDir>/testbed/jest/global-setup.ts',
      globalTeardown: '<rootDir>/testbed/jest/global-teardown.ts',
    },
  ],
};
