import { posix } from 'node:path'
import type { FileMode, Objects, Oid, TreeEntry } from '../words.js'
import { decode } from './text.js'

/** A file, or a folder with everything below it; `path` is relative to where the reading began, `.` for that itself. */
export interface Found {
  readonly path: string
  readonly mode: FileMode
  readonly oid: Oid
}

export const FOLDER: FileMode = '040000'
export const LINK: FileMode = '120000'

/** `./a/../b/` as `b`; what climbs out is clamped to the root, as BuildKit does. */
export const segmentsOf = (path: string): string[] =>
  posix
    .normalize(`/${path}`)
    .split('/')
    .filter((segment) => segment !== '')

/** `below('a', 'b')` is `a/b`; `.` is the folder itself. */
export const below = (folder: string, path: string): string => {
  if (folder === '.') return path
  return path === '.' ? folder : `${folder}/${path}`
}

/** Folders in which more than a few look-ups pay for an index. */
const MANY = 32
const indices = new WeakMap<readonly TreeEntry[], ReadonlyMap<string, TreeEntry>>()

export const entryNamed = (entries: readonly TreeEntry[], name: string): TreeEntry | undefined => {
  if (entries.length < MANY) return entries.find((entry) => entry.name === name)
  const index = indices.get(entries) ?? new Map(entries.map((entry) => [entry.name, entry]))
  indices.set(entries, index)
  return index.get(name)
}

/** The entry at a path of a commit's tree; null where there is none. `.` names the tree itself. Follows no link. */
export const entryAt = async (objects: Objects, root: Oid, path: string): Promise<Found | null> => {
  let at: Found = { mode: FOLDER, oid: root, path: '.' }
  for (const segment of segmentsOf(path)) {
    if (at.mode !== FOLDER) return null
    const next = entryNamed(await objects.tree(at.oid), segment)
    if (!next) return null
    at = { mode: next.mode, oid: next.oid, path: below(at.path, segment) }
  }
  return at
}

const MOST_LINKS = 8

/**
 * A file's bytes; null where there is none. A link beside the file or below its folder is followed, as BuildKit
 * follows a Dockerfile's and an ignore file's; what leads out of the folder is not sent to it at all.
 */
export const blobAt = async (
  objects: Objects,
  root: Oid,
  path: string,
  links = MOST_LINKS,
): Promise<Uint8Array | null> => {
  const entry = await entryAt(objects, root, path)
  if (!entry || entry.mode === FOLDER || links === 0) return null
  const bytes = await objects.blob(entry.oid)
  if (entry.mode !== LINK) return bytes
  const target = posix.normalize(decode(bytes))
  if (target.startsWith('/') || target.split('/')[0] === '..') return null
  return blobAt(objects, root, posix.join(posix.dirname(entry.path), target), links - 1)
}

/** The same as text. */
export const textAt = async (objects: Objects, root: Oid, path: string): Promise<string | null> => {
  const bytes = await blobAt(objects, root, path)
  return bytes && decode(bytes)
}
