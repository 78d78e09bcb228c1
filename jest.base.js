/** What every jest run of this project has in common. */
export const base = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  // jest heeds no `testTimeout` of a project.
  setupFilesAfterEnv: ['<rootDir>/test/ground/patience.js'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
}

/** For tests that load the machine, or share what is there once. */
export const oneByOne = { ...base, runner: '<rootDir>/test/ground/one-by-one.js' }

/** For tests that need Docker: one engine and one registry, started before the first of them. */
export const withGround = {
  ...oneByOne,
  globalSetup: '<rootDir>/test/ground/setup.js',
  globalTeardown: '<rootDir>/test/ground/teardown.js',
}
