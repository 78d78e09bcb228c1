import type { StageInputs } from '../../catalog/inputs.js'
import type { Service } from '../../catalog/service.js'
import { buildArguments, type Output, type Stage } from '../../image/build.js'
import { lostCache } from '../../image/cache.js'
import { contentReader, type LfsContents } from '../../image/context-lfs.js'
import { gatherContexts } from '../../image/contexts.js'
import { withReportsStage } from '../../image/testing/reports-stage.js'
import type { Built, Docker } from '../../platform/docker.js'
import type { BuildFolder, Files } from '../../platform/files.js'
import type { Git } from '../../platform/git/git.js'
import type { Secrets } from '../../platform/secrets.js'
import type { WorkTree } from '../../platform/worktree.js'
import type { Oid } from '../../words.js'
import { furtherArguments, type Policy } from './policy.js'
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
  readonly policy: Policy
}

export interface StageRequest {
  readonly service: Service
  readonly stage: 'image' | 'test'
  /** By name, or null for the last one. */
  readonly target: string | null
  readonly inputs: StageInputs
  readonly commit: Oid
  readonly platform: string | null
  /** The images of other services, under the names that the Dockerfile calls them. */
  readonly contexts: Readonly<Record<string, string>>
  /** What only the image itself says of itself. */
  readonly written: Pick<Stage, 'labels' | 'annotations'>
  readonly output: Output
  /** A folder of the stage to be taken out alone; null for all of it. */
  readonly reports: string | null
}

type Tell = (line: string) => void

/** Builds one stage from contexts that hold its inputs and nothing else. */
export const buildStage = (world: StageWorld, request: StageRequest, onLine: Tell): Promise<Built> =>
  hidingSecrets(world.secrets, request.service, async (told) => {
    const { folder, target } = await writeContexts(world, request)
    const { builder } = world.workshop.place
    const { output, service, stage, platform } = request
    const build = (read: boolean) => {
      const use = { service: service.name, stage, platform, read }
      const further = furtherArguments(world.policy, builder, use, output)
      const args = buildArguments(builder, stageOf(request, target, folder), folder, output, further)
      return world.docker.build(args, told(onLine))
    }
    try {
      const built = await build(true)
      // What a cache promises and does not have is built, as if it had promised nothing.
      return built.kind === 'failed' && lostCache(built.lines) ? await build(false) : built
    } finally {
      await folder.remove()
    }
  })

const writeContexts = async (
  { git, files, workTree, lfs }: StageWorld,
  { service, inputs, commit, target, reports }: StageRequest,
): Promise<{ readonly folder: BuildFolder; readonly target: string | null }> => {
  const root = await git.treeOf(commit)
  const sources = { objects: git, commit, root, workTree }
  const { dockerfile, main, named } = await gatherContexts(sources, service, inputs)
  const taking = reports === null ? null : takingOut(dockerfile, target, reports)
  const content = contentReader((oid) => git.blob(oid), lfs)
  const folder = await files.buildFolder(taking?.dockerfile ?? dockerfile, main, content, named)
  return { folder, target: taking?.target ?? target }
}

/** A Dockerfile that cannot be given one stage more is built as it is: its reports are then missed, and told. */
const takingOut = (dockerfile: Uint8Array, target: string | null, reports: string) =>
  target === null ? null : withReportsStage(new TextDecoder().decode(dockerfile), target, reports)

const stageOf = (request: StageRequest, target: string | null, folder: BuildFolder): Stage => {
  const { service, inputs, platform, contexts, written } = request
  const { secrets, ssh } = service
  return {
    target,
    args: inputs.args,
    secrets,
    ssh,
    platform,
    contexts: { ...contexts, ...folder.contexts },
    ...written,
  }
}
