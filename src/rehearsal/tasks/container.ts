import type { ContainerDefinition, HealthCheck } from '@aws-sdk/client-ecs'
import type { TaskOrder } from './driver.js'

/** Marks everything that a server started, so that it can be found again and removed. */
export const LABEL = 'stagger.rehearsal'
export const labelsOf = (owner: string, order: TaskOrder, name: string): Record<string, string> => ({
  [LABEL]: owner,
  'com.amazonaws.ecs.task-arn': order.arn,
  'com.amazonaws.ecs.container-name': name,
  'com.amazonaws.ecs.task-definition-family': order.definition.family ?? '',
  'com.amazonaws.ecs.task-definition-version': String(order.definition.revision ?? ''),
})

const SECOND = 1_000_000_000

const healthCheck = ({ command, interval, timeout, retries, startPeriod }: HealthCheck): unknown => ({
  Test: command,
  Interval: (interval ?? 30) * SECOND,
  Timeout: (timeout ?? 5) * SECOND,
  Retries: retries ?? 3,
  StartPeriod: (startPeriod ?? 0) * SECOND,
})

const portKey = (port: number, protocol = 'tcp'): string => `${port}/${protocol}`

/** Every port of every container: the first one owns the task's network, as ECS's pause container does. */
const published = (order: TaskOrder): Record<string, unknown> =>
  Object.fromEntries(
    (order.definition.containerDefinitions ?? [])
      .flatMap(({ portMappings }) => portMappings ?? [])
      .flatMap(({ containerPort, protocol }) =>
        containerPort === undefined
          ? []
          : [
              [
                portKey(containerPort, protocol),
                [{ HostIp: order.address, HostPort: String(containerPort) }],
              ],
            ],
      ),
  )

const network = (order: TaskOrder, owner: string | null | undefined): Record<string, unknown> => {
  if (owner === null) return {}
  if (owner !== undefined) return { HostConfig: { NetworkMode: `container:${owner}` } }
  const ports = published(order)
  return {
    ExposedPorts: Object.fromEntries(Object.keys(ports).map((port) => [port, {}])),
    HostConfig: { PortBindings: ports },
  }
}

/** What is written in the definition, then its secrets: those win, as on ECS. */
const environment = (order: TaskOrder, definition: ContainerDefinition): readonly string[] => [
  ...(definition.environment ?? []).map(({ name, value }) => `${name}=${value ?? ''}`),
  ...(definition.secrets ?? []).map(({ name, valueFrom }) => `${name}=${order.secret(valueFrom ?? '')}`),
]

/** The engine's description of one container of a task. Limits of CPU and memory are not set: a rehearsal shares one machine. */
export const describeContainer = (
  order: TaskOrder,
  definition: ContainerDefinition,
  owner: string,
  /** Whose network it joins; undefined where it holds the task's own, null where it needs none of it. */
  networkOwner: string | null | undefined,
): Record<string, unknown> => ({
  Image: definition.image,
  Env: environment(order, definition),
  ...(definition.command ? { Cmd: definition.command } : {}),
  ...(definition.entryPoint ? { Entrypoint: definition.entryPoint } : {}),
  ...(definition.workingDirectory ? { WorkingDir: definition.workingDirectory } : {}),
  ...(definition.user ? { User: definition.user } : {}),
  ...(definition.healthCheck ? { Healthcheck: healthCheck(definition.healthCheck) } : {}),
  Labels: { ...definition.dockerLabels, ...labelsOf(owner, order, definition.name ?? '') },
  StopSignal: 'SIGTERM',
  ...network(order, networkOwner),
})
