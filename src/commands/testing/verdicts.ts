import { testedKey, testedName } from '../../image/testing/names.js'
import type { Ledger } from '../../ledger/read.js'
import type { Marks } from '../../platform/marks.js'
import type { Registry } from '../../platform/registry.js'
import type { Digest, Fingerprint, ServiceName } from '../../words.js'

/** What is known of tests that passed. Only that they did is kept: what failed is tried again. */
export interface Verdicts {
  find(service: ServiceName, test: Fingerprint): Promise<boolean>
  /** `image`: null where no registry knows it. */
  keep(service: ServiceName, test: Fingerprint, image: Digest | null): Promise<void>
}

/** What the ledger says. It is written with the image, at the end of a build. */
export const ledgerVerdicts = ({ images }: Pick<Ledger, 'images'>): Verdicts => ({
  find: async (service, test) => images.get(service)?.testFingerprint === test,
  keep: async () => {},
})

/** A name more on the image, in the same repository: so whoever may not write images there cannot write verdicts. */
export const registryVerdicts = (
  registry: Pick<Registry, 'manifest' | 'claim'>,
  repositoryOf: (service: ServiceName) => string,
): Verdicts => ({
  find: async (service, test) => (await registry.manifest(repositoryOf(service), testedName(test))) !== null,
  keep: async (service, test, image) => {
    if (image !== null) await registry.claim(repositoryOf(service), image, testedName(test))
  },
})

/** The cache of GitHub's runners, for where no registry can be written to: a pull request of a fork. */
export const cacheVerdicts = (marks: Marks): Verdicts => ({
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
