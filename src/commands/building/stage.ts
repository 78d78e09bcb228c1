import type { StageInputs } from '../../catalog/inputs.js'
import type { Service } from '../../catalog/service.js'
import { buildArguments, type Output, type Stage } from '../../image/build.js'
import { contentReader, type LfsContents } from '../../image/context-lfs.js'
import { gatherContexts } from '../../image/contexts.js'
import type { Built, Docker } from '../../platform/docker.js'
import type { Files } from '../../platform/files.js'
import type { Git } from '../../platform/git/git.js'
import type { WorkTree } from '../../platform/worktree.js'
import type { Oid } from '../../words.js'
import type { Workshop } from './workshop.js'

export interface StageWorld {
  readonly git: Git
  readonly docker: Docker
  readonly files: Files
  readonly workTree: WorkTree
  readonly lfs: LfsContents
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
export const buildStage = async (
  { git, docker, files, workTree, lfs, workshop }: StageWorld,
  { service, target, inputs, commit, platform, contexts, written }: StageRequest,
  output: Output,
  onLine: (line: string) => void,
): Promise<Built> => {
  const root = await git.treeOf(commit)
  const given = await gatherContexts({ objects: git, commit, root, workTree }, service, inputs)
  const folder = await files.buildFolder(
    given.dockerfile,
    given.main,
    contentReader((oid) => git.blob(oid), lfs),
    given.named,
  )
  const { secrets, ssh } = service
  const all = { ...contexts, ...folder.contexts }
  const stage = { target, args: inputs.args, secrets, ssh, platform, contexts: all, ...written }
  try {
    return await docker.build(buildArguments(workshop.place.builder, stage, folder, output), onLine)
  } finally {
    await folder.remove()
  }
}
