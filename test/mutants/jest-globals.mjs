import * as vitest from 'vitest'

export const { afterAll, afterEach, beforeAll, beforeEach, expect, test } = vitest

/** Suites that judge the tests: with fewer runs they would judge chance. */
const JUDGES = /wrong on purpose/

export const describe = (name, cases) =>
  (JUDGES.test(name) ? vitest.describe.skip : vitest.describe)(name, cases)
