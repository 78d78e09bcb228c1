import { LEDGER_REF } from '../../ledger/entries.js'
import type { Git } from '../../platform/git/git.js'
import type { Progress } from '../../platform/progress.js'
import type { Digest, Instant, Oid } from '../../words.js'

/** What the ledger says of images, now and in its history. */
export interface Remembered {
  /** Every digest that it names now, and why that counts. */
  readonly digests: ReadonlyMap<Digest, string>
  /** When an image was last good, by its digest and by the name of its inputs. */
  readonly lastGood: ReadonlyMap<string, Instant>
}

interface LedgerWorld {
  readonly git: Git
  readonly progress: Pick<Progress, 'warn'>
}

/** How far back the ledger is read to tell which images are the newest. */
const COMMITS = 500

/** Reads the ledger as `origin` has it: to delete by an old one would be to delete what others just wrote. */
export const remembered = async ({ git, progress }: LedgerWorld): Promise<Remembered> => {
  const head = (await git.fetchRef(LEDGER_REF)) ?? (await git.ref(LEDGER_REF))
  if (head === null) {
    progress.warn('there is no ledger: only versions, this commit and what ECS runs speak for an image')
    return { digests: new Map(), lastGood: new Map() }
  }
  const read = entriesBy(git)
  const digests = new Map<Digest, string>()
  for (const { path, text } of await read(await git.treeOf(head), ''))
    for (const digest of text.match(/sha256:[0-9a-f]{64}/g) ?? [])
      digests.set(digest as Digest, digests.get(digest as Digest) ?? whyOf(path))
  return { digests, lastGood: await history(git, head, read) }
}

interface Entry {
  readonly path: string
  readonly text: string
}

type ReadEntries = (tree: Oid, path: string) => Promise<readonly Entry[]>

/** All files below a tree. Most are the same from commit to commit, so each tree and blob is read once. */
const entriesBy = (git: Pick<Git, 'tree' | 'blob'>): ReadEntries => {
  const trees = new Map<Oid, ReturnType<ReadEntries>>()
  const read: ReadEntries = async (tree, path) => {
    const entries = await git.tree(tree)
    const below = entries.map(async ({ mode, oid, name }): Promise<readonly Entry[]> => {
      const at = path === '' ? name : `${path}/${name}`
      if (mode === '040000') return once(oid, at)
      return [{ path: at, text: new TextDecoder().decode(await git.blob(oid)) }]
    })
    return (await Promise.all(below)).flat()
  }
  const once: ReadEntries = (tree, path) => {
    const known = trees.get(tree) ?? read(tree, path)
    trees.set(tree, known)
    return known
  }
  return once
}

/** By the file alone: also what a later version of this program wrote, and this one cannot read, protects. */
const whyOf = (path: string): string => {
  const [kind, name = '', last = ''] = path.replace(/\.json$/, '').split('/')
  if (kind === 'environments') return `${name} runs it`
  if (kind === 'releases') return `it is version ${last} of ${name}`
  return kind === 'images' ? `the ledger’s image of ${name}` : `the ledger names it in ${path}`
}

/** From the newest commit back, as far as it is here: a shallow clone has none of it. */
const history = async (git: Git, head: Oid, read: ReadEntries): Promise<ReadonlyMap<string, Instant>> => {
  const lastGood = new Map<string, Instant>()
  let at: Oid | null = head
  for (let count = 0; at !== null && count < COMMITS; count++) {
    const { tree, parents }: { tree: Oid; parents: readonly Oid[] } = await git.facts(at)
    const images = (await git.tree(tree)).find(({ name, mode }) => name === 'images' && mode === '040000')
    for (const { text } of images ? await read(images.oid, 'images') : []) note(lastGood, text)
    const [parent] = parents
    at = parent ? await git.commit(parent).catch(() => null) : null
  }
  return lastGood
}

const note = (lastGood: Map<string, Instant>, text: string): void => {
  const { digest, fingerprint, time } = facts(text)
  const at = Date.parse(time) as Instant
  if (Number.isNaN(at)) return
  for (const key of [digest, `in-${fingerprint.slice('sha256:'.length)}`])
    lastGood.set(key, Math.max(lastGood.get(key) ?? at, at) as Instant)
}

const facts = (text: string): { digest: string; fingerprint: string; time: string } => {
  try {
    const { digest, fingerprint, time } = JSON.parse(text) as Record<string, unknown>
    return { digest: String(digest), fingerprint: String(fingerprint), time: String(time) }
  } catch {
    return { digest: '', fingerprint: '', time: '' }
  }
}
