import { posix } from 'node:path'
import type { Objects, Oid } from '../../words.js'
import { nearest } from '../nearest.js'
import { entryAt } from '../tree.js'
import { noSuchFile } from './problems.js'
import type { Found } from './rules.js'
import type { ServiceSettings } from './settings.js'

/** Dockerfiles and contexts that are declared and are not there. */
export const missingFiles = async (
  objects: Objects,
  root: Oid,
  declared: readonly (readonly [string, ServiceSettings])[],
): Promise<Found[]> => {
  const all = declared.flatMap(([name, settings]) => [
    missing(objects, root, name, settings, 'dockerfile'),
    missing(objects, root, name, settings, 'context'),
  ])
  return (await Promise.all(all)).flat()
}

const missing = async (
  objects: Objects,
  root: Oid,
  name: string,
  settings: ServiceSettings,
  what: 'dockerfile' | 'context',
): Promise<Found[]> => {
  const path = settings[what]
  if (path === undefined || (await entryAt(objects, root, path))) return []
  const below = posix.join(settings.context ?? settings.path ?? '.', path)
  const instead = (await entryAt(objects, root, below)) ? below : await nearestFile(objects, root, path)
  return [{ path: ['services', name, what], problem: noSuchFile(name, what, path, instead) }]
}

/** What stands beside it and is called almost so. */
const nearestFile = async (objects: Objects, root: Oid, path: string): Promise<string | null> => {
  const folder = await entryAt(objects, root, posix.dirname(path))
  if (folder?.mode !== '040000') return null
  const names = (await objects.tree(folder.oid)).map(({ name }) => name)
  const [close] = nearest(posix.basename(path), names, 1)
  return close === undefined ? null : posix.join(posix.dirname(path), close)
}
