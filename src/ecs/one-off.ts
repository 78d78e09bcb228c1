import type { RunTaskCommandInput, Service, Task, TaskDefinition } from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../environment/settings.js'
import { lastSegment } from '../words.js'

type Before = NonNullable<EnvironmentSettings['before']>

/** By this the task is found again after a crash; AWS takes at most 36 characters. */
export const oneOffName = (taskDefinition: string): string =>
  `stagger-before/${lastSegment(taskDefinition)}`.slice(0, 36)

/** The container that is told what to do: the one that is named, else the only essential one, else the first. */
export const oneOffContainer = (
  { container }: Before,
  { containerDefinitions = [] }: TaskDefinition,
  image: string,
): string =>
  container ??
  (containerDefinitions.find((one) => one.image === image) ?? containerDefinitions[0])?.name ??
  ''

/** A task of the new image, in the service's own network, on what the service runs on. */
export const oneOffTask = (
  service: Service,
  given: {
    readonly cluster: string
    readonly taskDefinition: string
    readonly container: string
    readonly command: readonly string[]
    readonly token: string
  },
): RunTaskCommandInput => {
  const { networkConfiguration, launchType, platformVersion, capacityProviderStrategy = [] } = service
  const placed = capacityProviderStrategy.length > 0
  return {
    cluster: given.cluster,
    taskDefinition: given.taskDefinition,
    startedBy: oneOffName(given.taskDefinition),
    clientToken: given.token,
    overrides: { containerOverrides: [{ name: given.container, command: [...given.command] }] },
    ...(networkConfiguration ? { networkConfiguration } : {}),
    ...(placed ? { capacityProviderStrategy } : launchType ? { launchType } : {}),
    ...(platformVersion && !placed && launchType === 'FARGATE' ? { platformVersion } : {}),
  }
}

/** Null while it runs. The container that was told what to do decides, not its sidecars. */
export const oneOffEnd = (task: Task, container: string): { readonly exitCode: number | null } | null => {
  if (task.lastStatus !== 'STOPPED') return null
  const found = (task.containers ?? []).find(({ name }) => name === container)
  return { exitCode: found?.exitCode ?? null }
}
