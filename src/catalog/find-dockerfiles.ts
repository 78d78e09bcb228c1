import { posix } from 'node:path'
import type { FileMode, Objects, Oid } from '../words.js'

const DOCKERFILE = /^Dockerfile$|^Dockerfile\..+|^.+\.Dockerfile$/i
/** Not one, though it is called so: an ignore file, a template of one, a page about one, a program that reads them. */
const NO_DOCKERFILE =
  /\.(?:dockerignore|template|tmpl|tpl|j2|jinja2?|erb|in|m4|md|orig|bak)$|^dockerfile\.(?:[cm]?[jt]sx?|go|py|rb|rs|java|kt|cs|php|c|h|cc|cpp|json|ya?ml|toml)$/
/** Other people's code: what stands there is not this repository's to release. */
const FOREIGN = new Set(['node_modules', 'vendor'])

/** The paths of a commit's Dockerfiles, in the order of its trees. */
export const findDockerfiles = async (objects: Objects, root: Oid): Promise<readonly string[]> => {
  const called = await objects.find?.(root, 'dockerfile')
  return called ? called.filter(isOwnDockerfile).map(({ path }) => path) : walk(objects, root, '')
}

const isOwnDockerfile = ({ mode, path }: { readonly mode: FileMode; readonly path: string }): boolean => {
  const folders = path.split('/')
  const name = folders.pop() as string
  return isDockerfile(mode, name) && !folders.some((folder) => FOREIGN.has(folder))
}

const isDockerfile = (mode: FileMode, name: string): boolean =>
  mode.startsWith('100') && DOCKERFILE.test(name) && !NO_DOCKERFILE.test(name)

const walk = async (objects: Objects, tree: Oid, folder: string): Promise<string[]> => {
  const entries = await objects.tree(tree)
  const found = entries.map(async ({ mode, oid, name }) => {
    const path = posix.join(folder, name)
    if (mode === '040000') return FOREIGN.has(name) ? [] : walk(objects, oid, path)
    return isDockerfile(mode, name) ? [path] : []
  })
  return (await Promise.all(found)).flat()
}
