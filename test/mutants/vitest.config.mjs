// The pure suites as vitest plays them, which stays warm from mutant to mutant; jest begins anew for each.
import { fileURLToPath } from 'node:url'
import { BaseSequencer } from 'vitest/node'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const STAND_INS = { '@jest/globals': here('jest-globals.mjs'), 'fast-check': here('fast-check.mjs') }

const standIns = {
  name: 'stand-ins',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    importer.startsWith(here('.')) && importer.endsWith('.mjs') ? undefined : STAND_INS[source],
}

/** Whole plays come last: the first failure ends a run, and tables fail sooner. */
const PLAYS = /\/(?:calls|shift|step|invariants.*|.*\.property)\.test\.ts$/

class TablesFirst extends BaseSequencer {
  sort(files) {
    const isPlay = ({ moduleId }) => Number(PLAYS.test(moduleId))
    return files.toSorted((one, other) => isPlay(one) - isPlay(other))
  }
}

export default {
  root: here('../..'),
  plugins: [standIns],
  test: {
    include: ['test/rehearsal/controller/*.test.ts', 'test/rollout/*.test.ts'],
    testTimeout: 60_000,
    // The suites leave nothing behind.
    isolate: false,
    sequence: { sequencer: TablesFirst },
  },
}
