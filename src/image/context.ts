import { posix } from 'node:path'
import type { Input } from '../catalog/inputs.js'
import { type FileMode, type Objects, type Oid, type Position, StaggerError } from '../words.js'

/** A file that a build's context holds; `path` is relative to the context's folder. */
export interface ContextFile {
  readonly path: string
  readonly mode: '100644' | '100755' | '120000'
  readonly oid: Oid
  /** The instruction that reads it. */
  readonly at: Position
}

interface Located {
  /** Relative to the repository's root. */
  readonly path: string
  readonly mode: FileMode
  readonly oid: Oid
  readonly at: Position
}

const submodule = ({ path, at }: Located): StaggerError =>
  new StaggerError({
    code: 'submodule-in-context',
    fault: 'caller',
    problem: `${path} is a submodule, and the build would read it`,
    why: 'its files are in another repository, so this commit does not hold what the image is made of',
    fix: `leave it out of the context with a line in .dockerignore, or keep the files in this repository (git subtree add --prefix ${path} …)`,
    at,
  })

/** The files below the inputs: folders stand for all that they hold. What is listed twice comes once. */
export const contextFiles = async (
  objects: Objects,
  service: { readonly context: string; readonly dockerfile: string },
  inputs: readonly Input[],
): Promise<readonly ContextFile[]> => {
  const located = inputs.map(({ path, mode, oid, because }) => ({
    path,
    mode,
    oid,
    at: { file: service.dockerfile, line: because.line, column: 1 },
  }))
  const found = (await Promise.all(located.map((input) => filesBelow(objects, input)))).flat()
  const files = found.map((file) => contextFile(service.context, file))
  const unique = new Map(files.map((file) => [file.path, file]))
  return [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

const filesBelow = async (objects: Objects, entry: Located): Promise<readonly Located[]> => {
  if (entry.mode !== '040000') return [entry]
  const children = (await objects.tree(entry.oid)).map(({ mode, oid, name }) =>
    filesBelow(objects, { mode, oid, path: posix.join(entry.path, name), at: entry.at }),
  )
  return (await Promise.all(children)).flat()
}

const contextFile = (context: string, file: Located): ContextFile => {
  if (file.mode === '160000') throw submodule(file)
  if (file.mode === '040000') throw new Error(`a folder is left over: ${file.path}`)
  return { path: relative(context, file.path), mode: file.mode, oid: file.oid, at: file.at }
}

const relative = (context: string, path: string): string => {
  if (context === '.') return path
  if (path.startsWith(`${context}/`)) return path.slice(context.length + 1)
  throw new Error(`the input ${path} is outside of its context ${context}`)
}
