import { testedKey, testedName } from '../../image/testing/names.js'
import type { Marks } from '../../platform/marks.js'
import type { Fingerprint, ServiceName } from '../../words.js'
import type { Image, Store } from './store.js'

/** What is known of tests that passed. Only that they did is kept: what failed is tried again. */
export interface Verdicts {
  find(service: ServiceName, test: Fingerprint): Promise<boolean>
  /** `image`: null where none is there yet. */
  keep(service: ServiceName, test: Fingerprint, image: Image | null): Promise<void>
}

/** A name more on the image, in the same place: so whoever may not write images there cannot write verdicts. */
export const storedVerdicts = (store: Store): Verdicts => ({
  find: async (service, test) => (await store.find(service, testedName(test))) !== null,
  keep: async (service, test, image) => {
    if (image?.repository === store.repository(service)) await store.keep(service, testedName(test), image)
  },
})

/** The cache of GitHub's runners, for where no registry can be written to: a pull request of a fork. */
export const cachedVerdicts = (marks: Marks): Verdicts => ({
  find: (_, test) => marks.has(testedKey(test)),
  keep: (_, test) => marks.put(testedKey(test)),
})

/** Found where any of them knows it, asked in this order; kept in all. */
export const allVerdicts = (all: readonly Verdicts[]): Verdicts => ({
  find: async (service, test) => {
    for (const one of all) if (await one.find(service, test)) return true
    return false
  },
  keep: async (service, test, image) => {
    for (const one of all) await one.keep(service, test, image)
  },
})
