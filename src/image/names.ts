import { type Fingerprint, type Problem, type ServiceName, StaggerError } from '../words.js'

/** What the registry calls the image of these inputs. */
export const inputsName = (fingerprint: Fingerprint): string => `in-${fingerprint.slice('sha256:'.length)}`

/** The same for one platform of several: `in-….linux-arm64`. An index stands behind the name without it. */
export const platformName = (fingerprint: Fingerprint, platform: string): string =>
  `${inputsName(fingerprint)}.${platform.replaceAll('/', '-')}`

/** Carries a push to an engine that can push names only, and is none: nothing looks it up. */
export const stagingName = (unique: string): string => `staging-${unique}`

/** What the engine calls an image that goes nowhere else. */
export const localName = (service: ServiceName, name: string): string => `${service}:${name}`

/** Pull requests write to a repository of their own: main adopts nothing that anybody could have planted. */
export const repositoryOf = (prefix: string, service: ServiceName, pullRequest: boolean): string =>
  pullRequest ? `${prefix}/pr/${service}` : `${prefix}/${service}`

const HOST = /^(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/
const FOLDER = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/

const badPrefix = (prefix: string, why: string): Problem => ({
  code: 'bad-registry',
  fault: 'caller',
  problem: `${JSON.stringify(prefix)} is not where images can go`,
  why,
  fix: 'name a registry and a folder in it, e.g. --registry ghcr.io/OWNER/REPOSITORY or 127.0.0.1:5000/shop',
})

/** The prefix without a trailing slash. */
export const checkedPrefix = (prefix: string): string => {
  const [host = '', ...folders] = prefix.replace(/\/+$/, '').split('/')
  const refuse = (why: string) => new StaggerError(badPrefix(prefix, why))
  if (/^https?:$/.test(host)) throw refuse('it is an address; images are named without https://')
  if (!HOST.test(host) || !/[.:]|^localhost$/.test(host)) throw refuse(`${host} is not a registry's host`)
  const odd = folders.find((folder) => !FOLDER.test(folder))
  if (odd !== undefined) throw refuse(`${JSON.stringify(odd)} is not lower-case letters, digits, . _ and -`)
  return [host, ...folders].join('/')
}
