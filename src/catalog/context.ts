import type { Objects, Oid } from '../words.js'
import type { Part } from './dockerfile/sources.js'
import { type Filter, type Kept, openFilter, type Place } from './filter.js'
import { readExcludes, readIgnoreFile, readIncludes } from './ignore/ignore-file.js'
import { type Picked, pick } from './pick.js'
import { below, FOLDER, type Found, segmentsOf } from './tree.js'

export { blobAt, type Found, textAt } from './tree.js'

/** A build context as BuildKit sees it: one folder of a commit, less what its ignore file leaves out. Paths are the repository's. */
export interface Context {
  /** Everything that is not ignored. */
  all(): Promise<readonly Found[]>
  /** What a COPY source names: a path or a pattern, relative to the context, clamped to it. */
  pick(source: string, part?: Part): Promise<Picked>
}

const WHOLE: Part = { excludes: [], parents: false }

export const openContext = (
  objects: Objects,
  folder: string,
  tree: Oid,
  ignoreFile: string | null,
): Context => {
  const root: Found = { mode: FOLDER, oid: tree, path: '.' }
  const whole = filterOf(objects, [ignoreFile, [], null])
  const left = async (node: Found, filter: Filter, place: Place): Promise<Found[]> =>
    flatten(folder, node, await filter.keep(node, place))
  const leftOf = async (nodes: readonly Found[], filter: Filter): Promise<Found[]> =>
    (await Promise.all(nodes.map((node) => left(node, filter, filter.at(segmentsOf(node.path)))))).flat()

  const read = async (source: string, { excludes, parents }: Part): Promise<Picked> => {
    const { path, pattern } = parents ? atPivot(source) : { path: source, pattern: null }
    const picked = await pick(objects, root, path)
    if (picked.kind === 'lost') return { kind: 'lost', path: below(folder, picked.path) }
    const named = await leftOf(picked.found, filterOf(objects, [ignoreFile, [], pattern]))
    const found =
      excludes.length === 0
        ? named
        : await leftOf(picked.found, filterOf(objects, [ignoreFile, excludes, pattern]))
    const links = await leftOf(picked.links, whole)
    return { kind: 'found', found, links, excluded: named.length > 0 && found.length === 0 }
  }

  let all: Promise<readonly Found[]> | null = null
  const known = new Map<string, Promise<Picked>>()
  return {
    all: () => {
      all ??= left(root, whole, whole.start)
      return all
    },
    pick: (source, part = WHOLE) => {
      const key = JSON.stringify([source, part.excludes, part.parents])
      const picked = known.get(key) ?? read(source, part)
      known.set(key, picked)
      return picked
    },
  }
}

/** `a/./b/*.js`: what stands before the first `/./` is where the pattern begins, and does not come along. */
const atPivot = (source: string): { readonly path: string; readonly pattern: string } => {
  const pivot = source.indexOf('/./')
  const [path, pattern] = pivot < 0 ? ['/', source] : [source.slice(0, pivot), source.slice(pivot + 3)]
  return { path, pattern: segmentsOf(pattern).join('/') }
}

type Patterns = readonly [ignoreFile: string | null, excludes: readonly string[], includes: string | null]

/** What was read at one commit holds for the next: two mostly differ in a few folders. */
const filters = new WeakMap<Objects, Map<string, Filter>>()

const filterOf = (objects: Objects, patterns: Patterns): Filter => {
  const known = filters.get(objects) ?? new Map<string, Filter>()
  filters.set(objects, known)
  const key = JSON.stringify(patterns)
  const filter = known.get(key) ?? openFilter(objects, readPatterns(patterns))
  known.set(key, filter)
  return filter
}

const readPatterns = ([ignoreFile, excludes, includes]: Patterns) => [
  readIgnoreFile(ignoreFile ?? ''),
  ...(excludes.length > 0 ? [readExcludes(excludes)] : []),
  ...(includes ? [readIncludes(includes)] : []),
]

const flatten = (folder: string, { path, mode, oid }: Found, kept: Kept): Found[] => {
  if (kept === 'none') return []
  if (kept === 'all') return [{ path: below(folder, path), mode, oid }]
  return kept.flatMap(({ entry: { name, ...entry }, kept: part }) =>
    flatten(folder, { ...entry, path: below(path, name) }, part),
  )
}
