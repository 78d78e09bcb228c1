import type { StageInputs } from '../../catalog/inputs.js'
import type { Service } from '../../catalog/service.js'
import { buildArguments, type Output, type Stage } from '../../image/build.js'
import { contentReader, type LfsContents } from '../../image/context-lfs.js'
import { gatherContexts } from '../../image/contexts.js'
import type { Built, Docker } from '../../platform/docker.js'
import type { BuildFolder, Files } from '../../platform/files.js'
import type { Git } from '../../platform/git/git.js'
import type { Secrets } from '../../platform/secrets.js'
import type { WorkTree } from '../../platform/worktree.js'
import type { Oid } from '../../words.js'
import { hidingSecrets } from './secrets.js'
import type { Workshop } from './workshop.js'

export interface StageWorld {
  readonly git: Git
  readonly docker: Docker
  readonly files: Files
  readonly workTree: WorkTree
  readonly lfs: LfsContents
  readonly secrets: Secrets
  readonly workshop: Workshop
}

export interface StageRequest {
  readonly service: Service
  /** By name, or null for the last one. */
  readonly target: string | null
  readonly inputs: StageInputs
  readonly commit: Oid
  readonly platform: string | null
  /** The images of other services, under the names that the Dockerfile calls them. */
  readonly contexts: Readonly<Record<string, string>>
  /** What only the image itself says of itself. */
  readonly written: Pick<Stage, 'labels' | 'annotations'>
}

/** Builds one stage from contexts that hold its inputs and nothing else. */
export const buildStage = (
  world: StageWorld,
  request: StageRequest,
  output: Output,
  onLine: (line: string) => void,
): Promise<Built> =>
  hidingSecrets(world.secrets, request.service, async (told) => {
    const folder = await writeContexts(world, request)
    const args = buildArguments(world.workshop.place.builder, stageOf(request, folder), folder, output)
    return world.docker.build(args, told(onLine)).finally(folder.remove)
  })

const writeContexts = async (
  { git, files, workTree, lfs }: StageWorld,
  { service, inputs, commit }: StageRequest,
): Promise<BuildFolder> => {
  const root = await git.treeOf(commit)
  const { dockerfile, main, named } = await gatherContexts(
    { objects: git, commit, root, workTree },
    service,
    inputs,
  )
  return files.buildFolder(
    dockerfile,
    main,
    contentReader((oid) => git.blob(oid), lfs),
    named,
  )
}

const stageOf = (
  { service: { secrets, ssh }, target, inputs: { args }, platform, contexts, written }: StageRequest,
  folder: BuildFolder,
): Stage => ({
  target,
  args,
  secrets,
  ssh,
  platform,
  contexts: { ...contexts, ...folder.contexts },
  ...written,
})
