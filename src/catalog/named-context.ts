import { posix } from 'node:path'
import { isServiceName, type ServiceName } from '../words.js'
import { familiarName } from './dockerfile/reference.js'
import type { NamedContext, Service } from './service.js'

const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|^github\.com\/|\.git(?:#|$)/
const ANOTHER_SERVICE = /^(?:service|target):(.*)$/
const IMAGE = /^docker-image:\/\/(.*)$/

export const isRemote = (address: string): boolean => REMOTE.test(address)

/** A path below the repository's root without `.` and `..`; null where it leaves the repository. */
export const inside = (path: string): string | null => {
  const normal = posix.normalize(path).replace(/(?<=.)\/$/, '')
  return normal === '..' || normal.startsWith('../') || normal.startsWith('/') ? null : normal
}

/**
 * What `--build-context NAME=text` stands for; a path begins in `folder`. Null where it is neither in this repository
 * nor anything that Docker could fetch.
 */
export const namedContext = (text: string, folder = '.'): NamedContext | null => {
  const [, service] = ANOTHER_SERVICE.exec(text) ?? []
  if (service !== undefined)
    return isServiceName(service.toLowerCase())
      ? { kind: 'service', service: service.toLowerCase() as ServiceName }
      : null
  const [, image] = IMAGE.exec(text) ?? []
  if (image !== undefined) return { kind: 'remote', address: image }
  if (isRemote(text)) return { kind: 'remote', address: text }
  if (/^[a-z-]+:\/\//.test(text) || text.startsWith('/')) return null
  const path = inside(posix.join(folder, text))
  return path === null ? null : { kind: 'folder', path }
}

/** By the name that `FROM` and `--from` are compared with; what is neither here nor out there comes back by its text. */
export const namedContexts = (
  texts: Readonly<Record<string, string>>,
  folder = '.',
): { readonly contexts: Service['contexts']; readonly lost: readonly string[] } => {
  const read = Object.entries(texts).map(
    ([name, text]) => [familiarName(name.toLowerCase()), namedContext(text, folder), text] as const,
  )
  return {
    contexts: Object.fromEntries(read.flatMap(([name, context]) => (context ? [[name, context]] : []))),
    lost: read.flatMap(([, context, text]) => (context ? [] : [text])),
  }
}
