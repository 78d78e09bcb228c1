import type { Input } from '../catalog/inputs.js'
import { unknownName } from '../catalog/nearest.js'
import type { Git } from '../platform/git/git.js'
import type { InputsOfService } from '../report/inputs.js'
import { isServiceName, type Objects, StaggerError } from '../words.js'
import { viewCommit } from './commit-view.js'
import type { ReadConfiguration } from './configuration.js'

export interface InputsWorld {
  readonly git: Git
  readonly readConfiguration: ReadConfiguration
}

export interface InputsRequest {
  readonly service: string
  readonly revision: string | null
}

/** Which files decide a service's image at a revision. */
export const inputs = async (
  { git, readConfiguration }: InputsWorld,
  { service, revision }: InputsRequest,
): Promise<InputsOfService> => {
  const view = await viewCommit(git, await git.commit(revision ?? 'HEAD'), readConfiguration)
  const snapshot = isServiceName(service) ? await view.snapshot(service) : null
  if (!snapshot) {
    const { services } = await view.discovered()
    throw new StaggerError(
      unknownName(
        'service',
        service,
        services.map(({ name }) => name),
      ),
    )
  }
  const stage = snapshot.image.inputs
  return {
    service: snapshot.service.name,
    commit: view.commit,
    fingerprint: snapshot.image.fingerprint,
    files: await allFiles(git, stage.inputs),
    named: await Promise.all(
      stage.named.map(async ({ name, folder, inputs }) => ({
        name,
        folder,
        files: await allFiles(git, inputs),
      })),
    ),
    declared: await allFiles(git, stage.declared),
    stage,
  }
}

const allFiles = async (objects: Objects, inputs: readonly Input[]): Promise<readonly Input[]> =>
  (await Promise.all(inputs.map((input) => filesOf(objects, input)))).flat()

const filesOf = async (objects: Objects, input: Input): Promise<readonly Input[]> => {
  if (input.mode !== '040000') return [input]
  const entries = await objects.tree(input.oid)
  const below = entries.map(({ name, mode, oid }) =>
    filesOf(objects, { ...input, mode, oid, path: input.path === '.' ? name : `${input.path}/${name}` }),
  )
  return (await Promise.all(below)).flat()
}
