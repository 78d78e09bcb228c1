import { posix } from 'node:path'
import type { ServiceName } from '../../words.js'
import { inside, isRemote, namedContexts } from '../named-context.js'
import { ownFolder } from '../naming.js'
import { PLAIN, type Service } from '../service.js'
import type { BuildSettings } from './build.js'

/** A service; or why nobody can say from this repository alone what it is made of. */
export type Made = { readonly service: Service } | { readonly leftOut: string }

export const serviceOf = (
  name: ServiceName,
  settings: BuildSettings,
  secrets: Service['secrets'] = {},
): Made => {
  const text = settings.context ?? posix.dirname(settings.file)
  if (isRemote(text)) return { leftOut: 'its context is not in this repository' }
  const context = inside(text)
  if (context === null) return { leftOut: `its context ${text} is outside of this repository` }
  const dockerfile = inside(posix.join(context, settings.dockerfile ?? 'Dockerfile'))
  if (dockerfile === null || settings.dockerfile?.startsWith('/'))
    return { leftOut: `its Dockerfile ${settings.dockerfile} is outside of this repository` }
  const { contexts, lost } = namedContexts(settings.contexts)
  if (lost.length > 0) return { leftOut: `its context ${lost.join(', ')} is not in this repository` }
  const { inline, target, args, labels, ssh, platforms } = settings
  const path = ownFolder(name, inline === null ? dockerfile : settings.file, context)
  const place = { path, dockerfile: inline === null ? dockerfile : settings.file, context }
  const build = { inline, target, args, contexts, labels, secrets, ssh, platforms }
  return { service: { ...PLAIN, name, ...place, ...build } }
}
