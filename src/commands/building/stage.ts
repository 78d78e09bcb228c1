import { textAt } from '../../catalog/context.js'
import type { StageInputs } from '../../catalog/inputs.js'
import type { Service } from '../../catalog/service.js'
import { buildArguments } from '../../image/build.js'
import { contextFiles } from '../../image/context.js'
import type { Built, Docker } from '../../platform/docker.js'
import type { Files } from '../../platform/files.js'
import type { Git } from '../../platform/git/git.js'
import type { Oid } from '../../words.js'

export interface StageWorld {
  readonly git: Git
  readonly docker: Docker
  readonly files: Files
}

export interface StageRequest {
  readonly service: Service
  /** By name, or null for the last one. */
  readonly target: string | null
  readonly inputs: StageInputs
  readonly commit: Oid
  readonly tag: string
}

/** Builds one stage from a context that holds its inputs and nothing else, all of it from git objects. */
export const buildStage = async (
  { git, docker, files }: StageWorld,
  { service, target, inputs, commit, tag }: StageRequest,
  onLine: (line: string) => void,
): Promise<Built> => {
  const dockerfile = service.inline ?? (await textAt(git, await git.treeOf(commit), service.dockerfile))
  if (dockerfile === null) throw new Error(`${commit} holds no ${service.dockerfile}`)
  const contents = await contextFiles(git, service, inputs.inputs)
  const folder = await files.buildFolder(dockerfile, contents, (oid) => git.blob(oid))
  try {
    return await docker.build(buildArguments({ target, args: inputs.args }, folder, tag), onLine)
  } finally {
    await folder.remove()
  }
}
