import type { Objects, Oid, TreeEntry } from '../words.js'
import type { Ignores, Standing } from './ignore/ignore-file.js'
import { FOLDER } from './tree.js'

/** What several ignore files leave of a folder together: everything, nothing, or some of its entries. */
export type Kept = 'all' | 'none' | readonly KeptEntry[]

export interface KeptEntry {
  readonly entry: TreeEntry
  readonly kept: Exclude<Kept, 'none'>
}

/** Where each of the ignore files stands. */
export type Standings = readonly Standing[]

/** Several ignore files at once; each may begin in a folder of its own. */
export interface Filter {
  readonly start: Standings
  /** Where the first of them stands in a folder below the context's, and the others where they begin. */
  at(segments: readonly string[]): Standings
  keep(entry: Pick<TreeEntry, 'mode' | 'oid'>, standings: Standings): Promise<Kept>
}

/**
 * Reads a folder only where a rule may still tell its entries apart, and never twice: a folder of the same content, for
 * which all rules stand alike, keeps the same, at another commit too.
 */
export const openFilter = (objects: Objects, files: readonly Ignores[]): Filter => {
  const known = new Map<string, Promise<Kept>>()
  const start = files.map(({ root }) => root)
  const enter = (standings: Standings, name: string): Standings =>
    standings.map((standing, index) => (files[index] as Ignores).enter(standing, name))
  const isIgnored = (standings: Standings, name: string): boolean =>
    standings.some((standing, index) => (files[index] as Ignores).isIgnored(standing, name))

  const keepFolder = (oid: Oid, standings: Standings): Kept | Promise<Kept> => {
    if (standings.some(({ ignored, open }) => ignored && open.length === 0)) return 'none'
    if (standings.every(({ open }) => open.length === 0)) return 'all'
    const key = `${oid} ${standings.map(({ id }) => id).join(' ')}`
    const kept = known.get(key) ?? keepEntries(oid, standings)
    known.set(key, kept)
    return kept
  }
  const keepEntries = async (oid: Oid, standings: Standings): Promise<Kept> => {
    const entries = await objects.tree(oid)
    const kept = await Promise.all(entries.map((entry) => keepEntry(entry, standings)))
    if (kept.every((one) => one === 'all')) return 'all'
    const some = entries.flatMap((entry, index): KeptEntry[] => {
      const one = kept[index] as Kept
      return one === 'none' ? [] : [{ entry, kept: one }]
    })
    return some.length === 0 ? 'none' : some
  }
  const keepEntry = (entry: TreeEntry, standings: Standings): Kept | Promise<Kept> => {
    if (entry.mode === FOLDER) return keepFolder(entry.oid, enter(standings, entry.name))
    return isIgnored(standings, entry.name) ? 'none' : 'all'
  }
  return {
    start,
    at: (segments) => {
      const [first, ...others] = files
      if (!first) return []
      const standing = segments.reduce((at, name) => first.enter(at, name), first.root)
      return [standing, ...others.map(({ root }) => root)]
    },
    keep: async ({ mode, oid }, standings) => {
      if (mode === FOLDER) return keepFolder(oid, standings)
      return standings[0]?.ignored ? 'none' : 'all'
    },
  }
}
