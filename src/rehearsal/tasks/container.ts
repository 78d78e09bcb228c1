import type { ContainerDefinition, HealthCheck } from '@aws-sdk/client-ecs'
import type { TaskOrder } from './driver.js'
import { hasOwnAddress, linksOf, type Published, wantedPorts } from './ports.js'

/** Marks everything that a server started, so that it can be found again and removed. */
export const LABEL = 'stagger.rehearsal'
export const labelsOf = (owner: string, order: TaskOrder, name: string): Record<string, string> => ({
  [LABEL]: owner,
  'com.amazonaws.ecs.task-arn': order.arn,
  'com.amazonaws.ecs.container-name': name,
  'com.amazonaws.ecs.task-definition-family': order.definition.family ?? '',
  'com.amazonaws.ecs.task-definition-version': String(order.definition.revision ?? ''),
})

/** How the engine calls a container of a task. */
export const engineName = ({ id, definition }: TaskOrder, container: string): string =>
  `ecs-${definition.family}-${container}-${id}`

const SECOND = 1_000_000_000

const healthCheck = ({ command, interval, timeout, retries, startPeriod }: HealthCheck): unknown => ({
  Test: command,
  Interval: (interval ?? 30) * SECOND,
  Timeout: (timeout ?? 5) * SECOND,
  Retries: retries ?? 3,
  StartPeriod: (startPeriod ?? 0) * SECOND,
})

type Bindings = Record<string, { readonly HostIp: string; readonly HostPort: string }[]>

const bind = (address: string, ports: readonly Published[]): Bindings => {
  const bindings: Bindings = {}
  for (const { containerPort, hostPort, protocol } of ports) {
    const key = `${containerPort}/${protocol}`
    bindings[key] = [...(bindings[key] ?? []), { HostIp: address, HostPort: String(hostPort) }]
  }
  return bindings
}

/** Every port of every container: the first one owns the task's network, as ECS's pause container does. */
const atOwnAddress = ({ address, definition }: TaskOrder): Bindings =>
  bind(
    address,
    (definition.containerDefinitions ?? [])
      .flatMap((container) => wantedPorts(container))
      .map((port) => ({ ...port, hostPort: port.containerPort })),
  )

const links = (order: TaskOrder, container: ContainerDefinition): { readonly Links?: readonly string[] } => {
  const found = linksOf(container).map(([name, alias]) => `${engineName(order, name)}:${alias}`)
  return found.length > 0 ? { Links: found } : {}
}

const network = (
  order: TaskOrder,
  container: ContainerDefinition,
  owner: string | null | undefined,
): Record<string, unknown> => {
  if (owner === null) return {}
  if (owner !== undefined) return { HostConfig: { NetworkMode: `container:${owner}` } }
  const ports = hasOwnAddress(order.definition)
    ? atOwnAddress(order)
    : bind(order.address, wantedPorts(container))
  return {
    ExposedPorts: Object.fromEntries(Object.keys(ports).map((port) => [port, {}])),
    HostConfig: { PortBindings: ports, ...links(order, container) },
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
  /** Whose network it joins; undefined where it has its own or holds the task's, null where it needs none of it. */
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
  ...network(order, definition, networkOwner),
})
