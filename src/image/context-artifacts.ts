import { readIgnoreFile } from '../catalog/ignore/ignore-file.js'
import type { Artifact, Service } from '../catalog/service.js'
import { type Oid, type Problem, StaggerError } from '../words.js'

/** A file that was made outside of the image; `path` is relative to the repository's root. */
export interface MadeFile {
  readonly path: string
  readonly mode: '100644' | '100755' | '120000' | '040000'
  /** Where this machine has it. */
  readonly file: string | Buffer
}

/** The folder in which somebody made them. */
export interface WorkTree<File extends MadeFile = MadeFile> {
  head(): Promise<Oid | null>
  changed(patterns: readonly string[], except: readonly string[]): Promise<readonly string[]>
  below(
    path: string,
  ): Promise<
    | { readonly kind: 'files'; readonly files: readonly File[] }
    | { readonly kind: 'missing' }
    | { readonly kind: 'link'; readonly path: string; readonly target: string }
  >
}

/**
 * The files of a service's artifacts, taken from the work tree. Their bytes count nowhere: the fingerprint counts what
 * they are made from. So that must be there as the commit has it, or the image would be kept under a wrong name.
 */
export const artifactFiles = async <File extends MadeFile>(
  { name, artifacts }: Pick<Service, 'name' | 'artifacts'>,
  commit: Oid,
  workTree: WorkTree<File>,
): Promise<readonly File[]> => {
  if (artifacts.length === 0) return []
  const head = await workTree.head()
  if (head !== commit) throw new StaggerError(notCheckedOut(name, artifacts, head, commit))
  const paths = artifacts.map(({ path }) => path)
  const changed = await workTree.changed([...new Set(artifacts.flatMap(({ from }) => from))], paths)
  if (changed.length > 0) throw new StaggerError(madeOfOther(name, artifacts, changed))
  const found = await Promise.all(artifacts.map((artifact) => filesOf(name, artifact, workTree)))
  return [...new Map(found.flat().map((file) => [file.path, file])).values()]
}

const filesOf = async <File extends MadeFile>(
  service: string,
  artifact: Artifact,
  workTree: WorkTree<File>,
): Promise<readonly File[]> => {
  const below = await workTree.below(artifact.path)
  if (below.kind === 'missing') throw new StaggerError(notMade(service, artifact))
  if (below.kind === 'link') throw new StaggerError(throughLink(service, artifact, below))
  return below.files
}

/** The part of them that lies in one context, relative to it and less what its ignore file leaves out. */
export const inContext = <File extends MadeFile>(
  files: readonly File[],
  folder: string,
  ignoreFile: string | null,
): readonly File[] => {
  const isIgnored = ignoredBy(ignoreFile ?? '')
  return files.flatMap((file) => {
    const path = pathIn(folder, file.path)
    return path === null || isIgnored(path) ? [] : [{ ...file, path }]
  })
}

/** Null where the folder does not hold it. */
export const pathIn = (folder: string, path: string): string | null => {
  if (folder === '.') return path
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null
}

/** Whether an ignore file leaves a path out, a file's or a folder's own. */
export const ignoredBy = (text: string): ((path: string) => boolean) => {
  const ignores = readIgnoreFile(text)
  return (path) => {
    const segments = path.split('/')
    const name = segments.pop() ?? ''
    return ignores.isIgnored(segments.reduce(ignores.enter, ignores.root), name)
  }
}

const listed = (artifacts: readonly Artifact[]): string => artifacts.map(({ path }) => path).join(', ')

const short = (commit: Oid): string => commit.slice(0, 7)

const notCheckedOut = (
  service: string,
  artifacts: readonly Artifact[],
  head: Oid | null,
  commit: Oid,
): Problem => ({
  code: 'artifact-without-work-tree',
  fault: 'caller',
  problem: `${service}: its artifacts can only be taken from a checkout of ${short(commit)}`,
  why: `${listed(artifacts)} is made outside of the image, and ${head ? `the work tree holds ${short(head)}` : 'nothing is checked out here (a bare repository)'}`,
  fix: `git checkout ${short(commit)}   (then make ${listed(artifacts)}, and build again)`,
})

const MOST_NAMED = 5

const madeOfOther = (
  service: string,
  artifacts: readonly Artifact[],
  changed: readonly string[],
): Problem => ({
  code: 'artifact-of-other-files',
  fault: 'caller',
  problem: `${service}: ${listed(artifacts)} may be made of files that the commit does not hold`,
  why: `not as committed: ${changed.slice(0, MOST_NAMED).join(', ')}${changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more (git status names all)` : ''}; the fingerprint counts what stands under from: as it is committed`,
  fix: `commit them, or put them away (git stash --include-untracked), then make ${listed(artifacts)} again; a file that has no part in it belongs into .gitignore, or out of from:`,
})

const notMade = (service: string, { path, from }: Artifact): Problem => ({
  code: 'artifact-missing',
  fault: 'caller',
  problem: `${service}: its artifact ${path} is not in the work tree`,
  why: `it is declared as made outside of the image, from ${from.join(', ')}; how, stagger does not know`,
  fix: `make ${path} before the build, in a step of its own, e.g. between actions/checkout and stagger's build`,
})

const throughLink = (
  service: string,
  { path }: Artifact,
  link: { readonly path: string; readonly target: string },
): Problem => ({
  code: 'artifact-behind-link',
  fault: 'caller',
  problem: `${service}: its artifact ${path} is behind a symbolic link`,
  why: `${link.path} leads to ${link.target}, and links are not followed: they may lead out of the work tree`,
  fix: `declare the folder itself, or copy it to its place: cp --recursive --dereference ${link.path} …`,
})
