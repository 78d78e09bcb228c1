import { posix } from 'node:path'
import type { Objects } from '../words.js'
import { isPattern, segmentPattern } from './match.js'
import { decode } from './text.js'
import { below, entryNamed, FOLDER, type Found, LINK, segmentsOf } from './tree.js'

export type Picked =
  | {
      readonly kind: 'found'
      readonly found: readonly Found[]
      /** The symbolic links on the way. */
      readonly links: readonly Found[]
      /** All of it is left out by `--exclude`: what is copied is empty, but there. */
      readonly excluded?: boolean
    }
  /** A link that leads nowhere, in a circle, or to a name that looks like a pattern. */
  | { readonly kind: 'lost'; readonly path: string }

const NOTHING: Picked = { kind: 'found', found: [], links: [] }
const MOST_LINKS = 40

/** What a source names below `root`: a path or a pattern. Follows links as BuildKit does (fsutil/followlinks.go). */
export const pick = (objects: Objects, root: Found, source: string): Promise<Picked> =>
  descend(objects, root, root, segmentsOf(source), MOST_LINKS)

const descend = async (
  objects: Objects,
  root: Found,
  at: Found,
  segments: readonly string[],
  most: number,
): Promise<Picked> => {
  const [segment, ...rest] = segments
  if (segment === undefined) return { kind: 'found', found: [at], links: [] }
  if (at.mode !== FOLDER) return NOTHING
  const hits = await matching(objects, at, segment)
  const ends = hits.map((hit) =>
    hit.mode === LINK ? throughLink(objects, root, hit, rest, most) : descend(objects, root, hit, rest, most),
  )
  return (await Promise.all(ends)).reduce(together, NOTHING)
}

const together = (one: Picked, other: Picked): Picked => {
  if (one.kind === 'lost') return one
  if (other.kind === 'lost') return other
  return { kind: 'found', found: [...one.found, ...other.found], links: [...one.links, ...other.links] }
}

/** A link's own text decides as well as what it leads to; from the root on again, where it is clamped. */
const throughLink = async (
  objects: Objects,
  root: Found,
  link: Found,
  rest: readonly string[],
  most: number,
): Promise<Picked> => {
  const text = decode(await objects.blob(link.oid))
  const target = segmentsOf(posix.isAbsolute(text) ? text : posix.join('/', posix.dirname(link.path), text))
  const lost: Picked = { kind: 'lost', path: link.path }
  if (most === 0 || target.some(isPattern)) return lost
  const end = await descend(objects, root, root, [...target, ...rest], most - 1)
  if (end.kind === 'lost' || end.found.length === 0) return lost
  return { ...end, links: [link, ...end.links] }
}

const matching = async (objects: Objects, { oid, path }: Found, segment: string): Promise<Found[]> => {
  const entries = await objects.tree(oid)
  const hits = isPattern(segment)
    ? entries.filter(withName(segmentPattern(segment)))
    : [entryNamed(entries, segment)]
  return hits.flatMap((hit) => (hit ? { mode: hit.mode, oid: hit.oid, path: below(path, hit.name) } : []))
}

const withName = (test: (name: string) => boolean) => (entry: { readonly name: string }) => test(entry.name)
