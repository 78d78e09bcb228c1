import type { Objects, Oid } from '../words.js'
import type { Input, Widened } from './inputs.js'
import { entryAt, FOLDER, segmentsOf, textAt } from './tree.js'

/** Where a commit holds submodules, as far as `.gitmodules` tells: no folder need be read for it. */
export const submodulesOf = (objects: Objects, root: Oid): Promise<readonly string[]> => {
  const known = perRepository.get(objects) ?? new Map<Oid, Promise<readonly string[]>>()
  perRepository.set(objects, known)
  const paths = known.get(root) ?? readPaths(objects, root)
  known.set(root, paths)
  return paths
}

const perRepository = new WeakMap<Objects, Map<Oid, Promise<readonly string[]>>>()

const PATH = /^[\t ]*path[\t ]*=([^\r\n]*)/gm
const pathOf = (value: string): string => segmentsOf(value.trim().replace(/^"|"$/g, '')).join('/')

const readPaths = async (objects: Objects, root: Oid): Promise<readonly string[]> => {
  const text = (await textAt(objects, root, '.gitmodules')) ?? ''
  const told = [...text.matchAll(PATH)].map(([, value = '']) => pathOf(value))
  const entries = await Promise.all(told.map((path) => entryAt(objects, root, path)))
  return entries.flatMap((entry) => (entry?.mode === '160000' ? entry.path : []))
}

/**
 * Submodules that are copied. The commit that they stand at counts, so that a new one is seen; what is in it is not
 * here, and a build will say so.
 */
export const copiedSubmodules = (submodules: readonly string[], inputs: readonly Input[]): Widened[] =>
  submodules.flatMap((path) => {
    const input = inputs.find((one) => covers(one, path))
    const detail = `${path} is a submodule: its commit counts, but its files are in another repository`
    return input ? [{ reason: 'submodule', detail, line: input.because.line }] : []
  })

const covers = (input: Input, path: string): boolean => {
  if (input.path === path) return true
  return input.mode === FOLDER && (input.path === '.' || path.startsWith(`${input.path}/`))
}
