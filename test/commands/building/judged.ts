import { expect } from '@jest/globals'
import { inputsName } from '../../../src/image/names.js'
import { testedName } from '../../../src/image/testing/names.js'
import type { Digest } from '../../../src/words.js'
import { contentOf, ledgerOf, namesIn } from './cart.js'
import type { Watched, Workbench } from './workbench.js'

/** What a run was cut off at, and what it and the next one came to. */
export interface Cut {
  readonly at: unknown
  /** What the image is to hold, and no other. */
  readonly text: string
  readonly first: Watched
  readonly between: Between
  readonly again: Watched
}

/** What there was before the next run. */
interface Between {
  readonly names: readonly string[]
  /** The named image; null where none was. */
  readonly digest: Digest | null
  readonly writings: number
}

export const lookBetween = async ({ prefix, repository }: Workbench): Promise<Between> => {
  const place = `${prefix}/cart`
  const names = await namesIn(place)
  const digest = names[0] === undefined ? null : ((await contentOf(place, names[0]))?.digest ?? null)
  return { names, digest, writings: ledgerOf(repository).writings }
}

/** What holds of an image whose tests pass, wherever the run before was cut off. */
export const isWhole = async (bench: Workbench, cut: Cut): Promise<void> => {
  hasEnded(cut)
  wasTested(cut)
  const { at, text, between } = cut
  const place = `${bench.prefix}/cart`
  const { writings, entry } = ledgerOf(bench.repository)
  const names = await namesIn(place)
  const [image, verdict] = await Promise.all(names.map((name) => contentOf(place, name)))
  expect({ at, names, writings, entry, text: image?.text, verdict: verdict?.digest }).toEqual({
    at,
    names: [inputsName(entry?.fingerprint), testedName(entry?.testFingerprint)],
    writings: 1,
    // What had a name keeps it.
    entry: expect.objectContaining({
      digest: between.digest ?? image?.digest,
      repository: place,
      version: null,
    }),
    text: expect.stringContaining(text),
    verdict: image?.digest,
  })
  expect({ at, digest: image?.digest }).toEqual({ at, digest: entry.digest })
}

const hasEnded = ({ at, first, again }: Cut): void => {
  // Where all was done in time, the next run has nothing to do.
  const { problem = null, tested = true } = again.rows[0] ?? first.rows[0] ?? {}
  const stderr = again.code === 0 ? '' : again.stderr
  expect({ at, code: again.code, problem, tested, stderr }).toEqual({
    at,
    code: 0,
    problem: null,
    tested: true,
    stderr: '',
  })
}

/** Nothing is named that no test has passed; what nobody tells of is built and tested again, and nothing else. */
const wasTested = ({ at, first, between, again }: Cut): void => {
  const named = between.names.some((name) => name.startsWith('in-'))
  const known = between.writings > 0 || between.names.some((name) => name.startsWith('tested-'))
  expect({ at, first: named || known ? first.tests : 1, tests: again.tests, images: again.images }).toEqual({
    at,
    first: 1,
    tests: known ? 0 : 1,
    images: named ? 0 : 1,
  })
}

/** What holds where the tests of the image fail: nobody finds it. */
export const isNowhere = async ({ prefix, repository }: Workbench, cut: Cut): Promise<void> => {
  const { at, between, again } = cut
  const names = [...between.names, ...(await namesIn(`${prefix}/cart`))]
  const { writings } = ledgerOf(repository)
  expect({ at, code: again.code, problem: again.rows[0]?.problem?.code, names, writings }).toEqual({
    at,
    code: 1,
    problem: 'tests-failed',
    names: [],
    writings: 0,
  })
}
