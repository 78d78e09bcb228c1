import { IGNORE_FILES } from './ignore-files.mjs'
import { mixOf } from './random.mjs'

export const SHARED = 'libs/shared'

const DOMAINS = 'accounts ads billing carts catalog checkout currency delivery email fraud images invoices'
const ROLES = 'api worker gateway web batch search sync events report admin'

/** What the Dockerfile copies: everything, by patterns, by name. As often as real ones do (facts: 43%, 10%). */
const COPIES = [
  ['all', 0.43],
  ['globs', 0.1],
  ['named', 0.47],
]
const MULTI_STAGE = [
  [true, 0.6],
  [false, 0.4],
]

/**
 * The services of a repository; nothing of their files yet. Every tenth, two at least, copies the shared folder as
 * well, so that its context is the root; none of these copies everything, which would be the whole repository.
 */
export const planServices = (random, count) => {
  const copies = mixOf(random, count, COPIES)
  const stages = mixOf(random, count, MULTI_STAGE)
  const ignores = mixOf(random, count, IGNORE_FILES)
  let sharing = Math.max(2, Math.round(count / 10))
  return copies.map((kind, index) => {
    const shared = kind !== 'all' && sharing-- > 0
    const name = nameOf(index)
    return {
      name,
      folder: `services/${name}`,
      kind,
      multiStage: stages[index],
      shared,
      context: shared ? '.' : `services/${name}`,
      ignore: ignores[index],
      language: ignores[index].language,
      port: 8000 + index,
      /** Every fourth gets a build argument from whoever declares it. */
      argument: index % 4 === 0,
    }
  })
}

const nameOf = (index) => {
  const [domains, roles] = [DOMAINS.split(' '), ROLES.split(' ')]
  const role = roles[Math.floor(index / domains.length) % roles.length]
  const number = Math.floor(index / (domains.length * roles.length))
  return `${domains[index % domains.length]}-${role}${number > 0 ? `-${number}` : ''}`
}
