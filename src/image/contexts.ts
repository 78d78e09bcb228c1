import { blobAt } from '../catalog/context.js'
import { ignoreFileOf } from '../catalog/context-reader.js'
import type { Input, StageInputs } from '../catalog/inputs.js'
import type { Service } from '../catalog/service.js'
import { type Objects, type Oid, type Problem, StaggerError } from '../words.js'
import { type ContextFile, contextFiles } from './context.js'
import { artifactFiles, inContext, type MadeFile, pathIn, type WorkTree } from './context-artifacts.js'

/** All that the engine is given of one build: nothing else decides what the image holds. */
export interface Contexts<File extends MadeFile = MadeFile> {
  /** The bytes that git holds. */
  readonly dockerfile: Uint8Array
  readonly main: readonly (ContextFile | File)[]
  /** By the name that FROM and --from call them. */
  readonly named: Readonly<Record<string, readonly (ContextFile | File)[]>>
}

/** Where they come from. */
export interface Sources<File extends MadeFile> {
  readonly objects: Objects
  readonly commit: Oid
  /** The commit's own tree. */
  readonly root: Oid
  /** Only asked for declared artifacts. */
  readonly workTree: WorkTree<File>
}

/** What one stage of a service is built from. */
export const gatherContexts = async <File extends MadeFile>(
  sources: Sources<File>,
  service: Service,
  { inputs, named }: Pick<StageInputs, 'inputs' | 'named'>,
): Promise<Contexts<File>> => {
  const { objects, root, commit, workTree } = sources
  const artifacts = await artifactFiles(service, commit, workTree)
  refuseLost(service, artifacts)
  const filesOf = async (folder: string, tracked: readonly Input[], isNamed: boolean) => {
    const ignoreFile = await ignoreFileOf(objects, root, service, isNamed ? folder : null)
    const made = inContext(artifacts, folder, ignoreFile?.text ?? null)
    return together(await contextFiles(objects, { ...service, context: folder }, tracked), made)
  }
  const folders = await Promise.all(
    named.map(async (one) => [one.name, await filesOf(one.folder, one.inputs, true)] as const),
  )
  return {
    dockerfile: await dockerfileBytes(objects, root, service),
    main: await filesOf(service.context, inputs, false),
    named: Object.fromEntries(folders),
  }
}

/** As bytes, since not all of them need be UTF-8. */
export const dockerfileBytes = async (
  objects: Objects,
  root: Oid,
  { inline, dockerfile }: Pick<Service, 'inline' | 'dockerfile'>,
): Promise<Uint8Array> => {
  const bytes = inline === null ? await blobAt(objects, root, dockerfile) : new TextEncoder().encode(inline)
  if (bytes === null) throw new Error(`the commit holds no ${dockerfile}`)
  return bytes
}

/** What the commit holds counts as it is there, also in the middle of an artifact: the fingerprint covers it. */
const together = <File extends MadeFile>(
  tracked: readonly ContextFile[],
  made: readonly File[],
): readonly (ContextFile | File)[] => {
  const files = new Set(tracked.map(({ path }) => path))
  const folders = new Set(tracked.flatMap(({ path }) => foldersOf(path)))
  const isFree = ({ path }: File) =>
    !folders.has(path) && ![path, ...foldersOf(path)].some((one) => files.has(one))
  return [...tracked, ...made.filter(isFree)].sort((a, b) => (a.path < b.path ? -1 : 1))
}

const foldersOf = (path: string): readonly string[] => {
  const segments = path.split('/').slice(0, -1)
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'))
}

/** An artifact that no context holds gets into no image, whatever its service is declared to need. */
const refuseLost = ({ name, context, contexts, artifacts }: Service, files: readonly MadeFile[]): void => {
  const named = Object.values(contexts).flatMap((one) => (one.kind === 'folder' ? [one.path] : []))
  const isHeld = (path: string) => [context, ...named].some((folder) => pathIn(folder, path) !== null)
  const lost = artifacts.find(({ path }) =>
    files.some((file) => isBelow(path, file.path) && !isHeld(file.path)),
  )
  if (lost) throw new StaggerError(outsideOfContext(name, lost.path, context))
}

const isBelow = (folder: string, path: string): boolean =>
  folder === '.' || path === folder || path.startsWith(`${folder}/`)

const outsideOfContext = (service: string, path: string, context: string): Problem => ({
  code: 'artifact-outside-context',
  fault: 'caller',
  problem: `${service}: its artifact ${path} is in none of its contexts`,
  why: `it is built with the folder ${context}, and an image can only take what is in there; paths stand from the repository's root`,
  fix: `correct path: in stagger.yml${context === '.' ? '' : ` (${context}/… ?)`}, or add a named context for its folder: contexts: { made: ${path} }`,
})
