import type { Fingerprint } from '../../words.js'

const hex = (fingerprint: Fingerprint): string => fingerprint.slice('sha256:'.length)

/** What the registry calls an image whose tests, with these inputs, passed. */
export const testedName = (test: Fingerprint): string => `tested-${hex(test)}`

/** The same in the cache of GitHub's runners. Counts up whenever what is kept there means something else. */
export const testedKey = (test: Fingerprint): string => `stagger-tested-v1-${hex(test)}`
