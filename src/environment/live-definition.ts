import type {
  ContainerDefinition,
  RegisterTaskDefinitionCommandInput,
  Tag,
  TaskDefinition,
} from '@aws-sdk/client-ecs'
import { type Problem, StaggerError } from '../words.js'
import { RETURNED_ONLY, unknownFields } from './task-definition-fields.js'
import type { Rendered } from './template.js'

export interface LiveDefinition {
  readonly taskDefinition: TaskDefinition
  readonly tags: readonly Tag[]
}

/** What runs, with another image in our container; all else stays, also what this version does not know. */
export const fromLive = (
  { taskDefinition, tags }: LiveDefinition,
  { image, container }: { readonly image: string; readonly container: string | undefined },
): Rendered => {
  const { containerDefinitions = [], ...rest } = taskDefinition
  const ours = containersOf(taskDefinition, image, container)
  const kept = tags.filter(({ key }) => !key?.startsWith('aws:'))
  const fields = Object.entries(rest).filter(([key, value]) => !RETURNED_ONLY.includes(key) && value != null)
  const input = {
    ...Object.fromEntries(fields),
    containerDefinitions: containerDefinitions.map((one) => (ours.includes(one) ? { ...one, image } : one)),
    ...(kept.length > 0 ? { tags: kept } : {}),
  } as RegisterTaskDefinitionCommandInput
  return { input, warnings: unknown(input) }
}

const unknown = (input: RegisterTaskDefinitionCommandInput): readonly string[] =>
  unknownFields(input).map(
    (field) => `${input.family}: ${field} is newer than this version of Stagger; it is kept as it stands`,
  )

/** Without tag and digest. */
const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '')

/** The one that is named, else the only one, else those that run one image of our repository. */
const containersOf = (
  definition: TaskDefinition,
  image: string,
  named: string | undefined,
): readonly ContainerDefinition[] => {
  const { containerDefinitions: all = [] } = definition
  if (named !== undefined) {
    const found = all.filter(({ name }) => name === named)
    return found.length > 0 ? found : refuse(noSuchContainer(definition, named))
  }
  if (all.length === 1) return all
  const ours = all.filter((one) => repositoryOf(one.image ?? '') === repositoryOf(image))
  const alike = ours.every((one) => one.image === ours[0]?.image)
  return ours.length > 0 && alike ? ours : refuse(whichContainer(definition, image))
}

const refuse = (problem: Problem): never => {
  throw new StaggerError(problem)
}

const choices = ({ containerDefinitions = [] }: TaskDefinition): string =>
  containerDefinitions.map(({ name, image }) => `${name} (${image})`).join(', ') || 'none'

const nameOf = ({ family, revision }: TaskDefinition): string => `${family}:${revision}`

const noSuchContainer = (definition: TaskDefinition, named: string): Problem => ({
  code: 'no-such-container',
  fault: 'caller',
  problem: `the task definition ${nameOf(definition)} has no container ${named}`,
  why: `Its containers: ${choices(definition)}.`,
  fix: 'Correct container in stagger.yml.',
})

const whichContainer = (definition: TaskDefinition, image: string): Problem => ({
  code: 'which-container',
  fault: 'caller',
  problem: `nobody can tell which container of the task definition ${nameOf(definition)} runs ${repositoryOf(image)}`,
  why: `It has several, and not one image of that repository. Its containers: ${choices(definition)}.`,
  fix: `Name it in stagger.yml: container: ${definition.containerDefinitions?.[0]?.name}, or write a template: taskDefinition.`,
})
