// The pure suites as vitest plays them, which stays warm from mutant to mutant; jest begins anew for each.
import { readdirSync } from 'node:fs'
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

const FOLDERS = ['test/rehearsal/controller', 'test/rollout']

/** Whole plays, in the order of how long they last. */
const PLAYS = [/\.property\.test/, /\/invariants/, /\/(?:sick|step)\.test/, /\/shift\.test/]

/** 0 for a table; else the later the longer it lasts: the first failure ends a run. */
const rank = (path) => PLAYS.findIndex((play) => play.test(path)) + 1

const suites = [
  ...FOLDERS.flatMap((folder) => readdirSync(here(`../../${folder}`)).map((name) => `${folder}/${name}`)),
  'test/rehearsal/rules.test.ts',
].filter((path) => path.endsWith('.test.ts'))

class PlaysLast extends BaseSequencer {
  sort(files) {
    return files.toSorted((one, other) => rank(one.moduleId) - rank(other.moduleId))
  }
}

export default {
  root: here('../..'),
  plugins: [standIns],
  test: {
    include: process.env.PLAYS === 'none' ? suites.filter((path) => rank(path) === 0) : suites,
    testTimeout: 60_000,
    // The suites leave nothing behind.
    isolate: false,
    sequence: { sequencer: PlaysLast },
  },
}
