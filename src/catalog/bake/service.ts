import { posix } from 'node:path'
import type { ServiceName } from '../../words.js'
import type { Made } from '../compose/service.js'
import { inside, isRemote, namedContexts } from '../named-context.js'
import { ownFolder } from '../naming.js'
import { PLAIN } from '../service.js'
import type { Resolved } from './resolve.js'

/** `cwd://` is where bake is called: the repository's root. */
const here = (path: string): string => path.replace(/^cwd:\/\//, '') || '.'

export const serviceOf = (name: ServiceName, resolved: Resolved): Made => {
  const text = here(resolved.context ?? '.')
  if (isRemote(text)) return { leftOut: 'its context is not in this repository' }
  const context = inside(text)
  if (context === null) return { leftOut: `its context ${text} is outside of this repository` }
  const { inline, target = null, args, labels, annotations } = resolved
  const dockerfile = inline ? inline.file : dockerfileOf(context, resolved.dockerfile || 'Dockerfile')
  if (dockerfile === null)
    return { leftOut: `its Dockerfile ${resolved.dockerfile} is outside of this repository` }
  const { contexts, lost } = namedContexts(mapPaths(resolved.contexts))
  if (lost.length > 0) return { leftOut: `its context ${lost.join(', ')} is not in this repository` }
  const place = { path: ownFolder(name, dockerfile, context), dockerfile, context }
  const platforms = (resolved.platforms ?? []).filter((platform) => !['', 'local'].includes(platform))
  return {
    service: {
      ...PLAIN,
      name,
      ...place,
      inline: inline?.text ?? null,
      target: target || null,
      args,
      contexts,
      labels,
      annotations,
      platforms,
    },
  }
}

const dockerfileOf = (context: string, dockerfile: string): string | null =>
  dockerfile.startsWith('cwd://')
    ? inside(here(dockerfile))
    : dockerfile.startsWith('/')
      ? null
      : inside(posix.join(context, dockerfile))

const mapPaths = (contexts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(contexts).map(([name, text]) => [name, here(text)]))
