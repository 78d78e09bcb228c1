import type { Objects, Oid, TreeEntry } from '../words.js'
import type { Ignores, Standing } from './ignore/ignore-file.js'
import { FOLDER } from './tree.js'

/** What several ignore files leave of a folder together: everything, nothing, or some of its entries. */
export type Kept = 'all' | 'none' | readonly KeptEntry[]

export interface KeptEntry {
  readonly entry: TreeEntry
  readonly kept: Exclude<Kept, 'none'>
}

/** Where each of the ignore files stands, and what is known of folders there by their content. */
export interface Place {
  readonly standings: readonly Standing[]
  /** Null where some of a folder's entries may still be told apart. */
  readonly lot: 'all' | 'none' | null
  readonly known: Map<Oid, Kept | Promise<Kept>>
}

/** Several ignore files at once; each may begin in a folder of its own. */
export interface Filter {
  readonly start: Place
  /** Where the first of them stands in a folder below the context's, and the others where they begin. */
  at(segments: readonly string[]): Place
  keep(entry: Pick<TreeEntry, 'mode' | 'oid'>, place: Place): Kept | Promise<Kept>
}

/**
 * Reads a folder only where a rule may still tell its entries apart, and never twice: a folder of the same content, for
 * which all rules stand alike, keeps the same, at another commit too.
 */
export const openFilter = (objects: Objects, files: readonly Ignores[]): Filter => {
  const places = new Map<string, Place>()
  const placeOf = (standings: readonly Standing[]): Place => {
    const key = standings.map(({ id }) => id).join(' ')
    const place = places.get(key) ?? { standings, lot: lotOf(standings), known: new Map() }
    places.set(key, place)
    return place
  }
  const enter = (place: Place, name: string): Place => {
    const standings = place.standings.map((standing, index) =>
      (files[index] as Ignores).enter(standing, name),
    )
    return standings.every((standing, index) => standing === place.standings[index])
      ? place
      : placeOf(standings)
  }
  const isIgnored = ({ standings }: Place, name: string): boolean =>
    standings.some((standing, index) => (files[index] as Ignores).isIgnored(standing, name))

  const keepFolder = (oid: Oid, place: Place): Kept | Promise<Kept> => {
    const kept = place.lot ?? place.known.get(oid)
    if (kept !== undefined) return kept
    const asked = keepEntries(oid, place)
    place.known.set(oid, asked)
    return asked
  }
  const keepEntries = async (oid: Oid, place: Place): Promise<Kept> => {
    const entries = await objects.tree(oid)
    const asked = entries.map((entry) => keepEntry(entry, place))
    const kept = together(entries, asked.some(isPending) ? await Promise.all(asked) : (asked as Kept[]))
    place.known.set(oid, kept)
    return kept
  }
  const keepEntry = ({ mode, oid, name }: TreeEntry, place: Place): Kept | Promise<Kept> => {
    if (mode === FOLDER) return keepFolder(oid, enter(place, name))
    return isIgnored(place, name) ? 'none' : 'all'
  }
  const start = placeOf(files.map(({ root }) => root))
  return {
    start,
    at: (segments) => {
      const [first, ...others] = files
      if (!first) return start
      const standing = segments.reduce((at, name) => first.enter(at, name), first.root)
      return placeOf([standing, ...others.map(({ root }) => root)])
    },
    keep: ({ mode, oid }, place) => {
      if (mode === FOLDER) return keepFolder(oid, place)
      return place.standings[0]?.ignored ? 'none' : 'all'
    },
  }
}

const isPending = (kept: Kept | Promise<Kept>): boolean => kept instanceof Promise

const lotOf = (standings: readonly Standing[]): Place['lot'] => {
  if (standings.some(({ ignored, open }) => ignored && open.length === 0)) return 'none'
  return standings.every(({ open }) => open.length === 0) ? 'all' : null
}

const together = (entries: readonly TreeEntry[], kept: readonly Kept[]): Kept => {
  if (kept.every((one) => one === 'all')) return 'all'
  const some = entries.flatMap((entry, index): KeptEntry[] => {
    const one = kept[index] as Kept
    return one === 'none' ? [] : [{ entry, kept: one }]
  })
  return some.length === 0 ? 'none' : some
}
