import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { hasOwnAddress, linksOf } from '../tasks/ports.js'

const NAME = /^[A-Za-z0-9_-]{1,255}$/

const client = (message: string): never => refuse('ClientException', message)

const isPort = (port: number | undefined, least: number): boolean =>
  port !== undefined && port >= least && port <= 65535

const checkPorts = ({ name, portMappings = [] }: ContainerDefinition, hasAddress: boolean): void => {
  for (const { containerPort, hostPort = 0 } of portMappings) {
    if (!isPort(containerPort, 1))
      client(`Invalid 'containerPort' setting for container '${name}': ${containerPort}.`)
    if (!isPort(hostPort, 0)) client(`Invalid 'hostPort' setting for container '${name}': ${hostPort}.`)
    if (hasAddress && hostPort !== 0 && hostPort !== containerPort)
      client('When networkMode=awsvpc, the host ports and container ports in port mappings must match.')
  }
}

const checkHealthCheck = ({ name, healthCheck }: ContainerDefinition): void => {
  const [form] = healthCheck?.command ?? ['CMD']
  if (form !== 'CMD' && form !== 'CMD-SHELL')
    client(`Invalid health check command of container '${name}': it must start with CMD or CMD-SHELL.`)
}

const checkContainer = (
  container: ContainerDefinition,
  { memory: taskMemory, networkMode }: RegisterTaskDefinitionRequest,
): void => {
  if (!container.name) client('Container.name should not be null or empty.')
  if (!NAME.test(container.name ?? '')) client(`Container name '${container.name}' is invalid.`)
  if (!container.image) client('Container.image should not be null or empty.')
  if (container.memory === undefined && container.memoryReservation === undefined && !taskMemory)
    client(
      `Invalid setting for container '${container.name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    )
  checkPorts(container, hasOwnAddress({ networkMode }))
  checkHealthCheck(container)
}

type Dependency = NonNullable<ContainerDefinition['dependsOn']>[number]

const checkDependency = (
  containers: readonly ContainerDefinition[],
  { name }: ContainerDefinition,
  { containerName, condition }: Dependency,
): void => {
  const on = containers.find((container) => container.name === containerName)
  if (!on) client(`Container '${name}' depends on '${containerName}', which is not in the task definition.`)
  if ((condition === 'COMPLETE' || condition === 'SUCCESS') && on?.essential !== false)
    client(
      `Container '${name}' depends on '${containerName}' with the condition ${condition}, which an essential container cannot have.`,
    )
  if (condition === 'HEALTHY' && !on?.healthCheck)
    client(
      `Container '${name}' depends on '${containerName}' with the condition HEALTHY, which needs a health check.`,
    )
}

/** Whether a container comes back to itself on its way through what it depends on. */
const isCircular = (
  containers: readonly ContainerDefinition[],
  from: string,
  at: string,
  seen: Set<string>,
): boolean =>
  waitedFor(containers.find(({ name }) => name === at)).some((other) => {
    if (other === from) return true
    if (seen.has(other)) return false
    seen.add(other)
    return isCircular(containers, from, other, seen)
  })

/** Whom a container waits for, or is linked to, which must be there before it. */
const waitedFor = (container: ContainerDefinition = {}): readonly string[] => [
  ...(container.dependsOn ?? []).map(({ containerName = '' }) => containerName),
  ...linksOf(container).map(([name]) => name),
]

const checkLinks = (containers: readonly ContainerDefinition[], hasAddress: boolean): void => {
  for (const container of containers)
    for (const [name] of linksOf(container)) {
      if (hasAddress) client('Links are not supported when networkMode=awsvpc.')
      if (!containers.some((other) => other.name === name))
        client(`Container '${container.name}' links to '${name}', which is not in the task definition.`)
    }
}

const checkDependencies = (containers: readonly ContainerDefinition[]): void => {
  for (const container of containers) {
    for (const dependency of container.dependsOn ?? []) checkDependency(containers, container, dependency)
    const { name = '' } = container
    if (isCircular(containers, name, name, new Set())) client(`Container '${name}' depends on itself.`)
  }
}

const checkSecrets = (input: RegisterTaskDefinitionRequest): void => {
  const secret = (input.containerDefinitions ?? []).some(({ secrets }) => (secrets ?? []).length > 0)
  if (secret && !input.executionRoleArn)
    client("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.")
}

const checkFargate = (input: RegisterTaskDefinitionRequest): void => {
  if (!input.requiresCompatibilities?.includes('FARGATE')) return
  if (input.networkMode !== 'awsvpc') client('Fargate only supports network mode ‘awsvpc’.')
  if (!input.cpu || !input.memory) client("Fargate requires that 'cpu' be defined at the task level.")
}

const repeated = (names: readonly (string | undefined)[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)

/** What AWS refuses to register, and what cannot be played here. */
export const checkDefinition = (input: RegisterTaskDefinitionRequest): void => {
  const containers = input.containerDefinitions ?? []
  if (!NAME.test(input.family ?? ''))
    client(
      `Family '${input.family}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`,
    )
  if (containers.length === 0) client('Container list cannot be empty.')
  checkFargate(input)
  for (const container of containers) checkContainer(container, input)
  checkLinks(containers, hasOwnAddress(input))
  checkDependencies(containers)
  checkSecrets(input)
  const twice = repeated(containers.map(({ name }) => name))
  if (twice !== undefined) client(`Container name '${twice}' is used more than once.`)
  if (containers.every(({ essential }) => essential === false))
    client('A task definition must have at least one essential container.')
  const { networkMode = 'bridge' } = input
  if (networkMode !== 'awsvpc' && networkMode !== 'bridge')
    client(`The rehearsal cluster plays the network modes awsvpc and bridge only, not '${networkMode}'.`)
}
