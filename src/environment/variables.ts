import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { StaggerError } from '../words.js'
import { fill } from './placeholders.js'
import { type Rendered, type TemplateValues, textsOf } from './template.js'

/** The environment's own variables in the containers that run the image, each in the place of the one that is there. */
export const withVariables = (
  { input, warnings }: Rendered,
  variables: Readonly<Record<string, string>> = {},
  values: TemplateValues,
): Rendered => {
  const wanted = Object.entries(variables).map(([name, value]) => ({
    name,
    value: fill(value, textsOf(values)),
  }))
  if (wanted.length === 0) return { input, warnings }
  const containerDefinitions = (input.containerDefinitions ?? []).map((one) =>
    one.image === values.image ? layOver(one, wanted) : one,
  )
  return { input: { ...input, containerDefinitions }, warnings }
}

interface Variable {
  readonly name: string
  readonly value: string
}

const layOver = (container: ContainerDefinition, wanted: readonly Variable[]): ContainerDefinition => {
  const { environment = [], secrets = [] } = container
  const hidden = wanted.find(({ name }) => secrets.some((secret) => secret.name === name))
  if (hidden) throw isSecret(container, hidden.name)
  const of = (name: string | undefined) => wanted.find((one) => one.name === name)
  const added = wanted.filter(({ name }) => environment.every((one) => one.name !== name))
  return { ...container, environment: [...environment.map((one) => of(one.name) ?? one), ...added] }
}

const isSecret = ({ name: container }: ContainerDefinition, name: string): StaggerError =>
  new StaggerError({
    code: 'variable-is-secret',
    fault: 'caller',
    problem: `the container ${container} has a secret ${name}, and variables has one of that name too`,
    why: 'ECS takes a name once: as a secret or as a variable.',
    fix: `Take ${name} out of variables in stagger.yml, or out of the container's secrets.`,
  })
