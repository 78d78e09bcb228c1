// Mutants of the two pure machines: docs/mutants.md tells how to run this, and what came of it.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/rehearsal/controller/*.ts', 'src/rollout/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutants/vitest.config.mjs', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Long: on a machine that is busy a whole play lasts, and is no endless loop.
  timeoutMS: 40_000,
  incremental: true,
  incrementalFile: '.build/mutants/incremental.json',
  tempDirName: '.build/mutants/sandbox',
  ignorePatterns: ['/dist', '/.build', '/coverage'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.build/mutants/mutants.json' },
}
