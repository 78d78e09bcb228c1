import type { RegisterTaskDefinitionCommandInput, Service } from '@aws-sdk/client-ecs'
import { type Check, caution, ok, refused } from './check.js'
import { primaryOf } from './sight.js'

/** What a task definition must have for this service, before it is registered. */
export const definitionChecks = (
  service: Service,
  input: RegisterTaskDefinitionCommandInput,
): readonly Check[] => [
  ...containerChecks(service, input),
  ...portNameChecks(service, input),
  ...networkChecks(service, input),
  ...roleChecks(input),
]

const containerChecks = (
  { loadBalancers = [] }: Service,
  { containerDefinitions = [], family }: RegisterTaskDefinitionCommandInput,
): readonly Check[] =>
  loadBalancers.map(({ containerName, containerPort }) => {
    const container = containerDefinitions.find(({ name }) => name === containerName)
    const ports = (container?.portMappings ?? []).map((mapping) => mapping.containerPort)
    if (container && ports.includes(containerPort))
      return ok(`container ${containerName} has the port ${containerPort} of the load balancer`)
    const names = containerDefinitions.map(({ name }) => name).join(', ')
    return refused(
      'no-such-container',
      `the load balancer sends to port ${containerPort} of container ${containerName}, which ${family} does not have`,
      container ? `Its ports: ${ports.join(', ') || 'none'}.` : `Its containers: ${names || 'none'}.`,
      'Correct the template, or the load balancer of the service in your infrastructure code.',
    )
  })

/** Service Connect finds a port by its name, and ECS refuses an update to a task definition that lacks it. */
const portNameChecks = (
  service: Service,
  { containerDefinitions = [], family }: RegisterTaskDefinitionCommandInput,
): readonly Check[] => {
  const { enabled = false, services = [] } = primaryOf(service)?.serviceConnectConfiguration ?? {}
  const names = containerDefinitions.flatMap(({ portMappings = [] }) =>
    portMappings.flatMap(({ name }) => name ?? []),
  )
  return (enabled ? services : []).map(({ portName }) => {
    if (portName !== undefined && names.includes(portName))
      return ok(`Service Connect finds the port ${portName}`)
    return refused(
      'no-such-port-name',
      `Service Connect sends to the port ${portName}, which ${family} does not name`,
      `Its named ports: ${names.join(', ') || 'none'}.`,
      'Name the port in the portMappings of the template, or correct the Service Connect configuration of the service in your infrastructure code.',
    )
  })
}

/** ECS takes a network configuration for awsvpc, and for nothing else, and tells it only once all is registered. */
const networkChecks = (
  { networkConfiguration }: Service,
  { networkMode = 'bridge', family }: RegisterTaskDefinitionCommandInput,
): readonly Check[] => {
  const configured = networkConfiguration?.awsvpcConfiguration !== undefined
  if (configured === (networkMode === 'awsvpc')) return []
  return [
    refused(
      'network-mode',
      `${family} has the network mode ${networkMode}, and the service has ${configured ? 'a' : 'no'} network configuration`,
      configured ? 'ECS takes one for awsvpc alone.' : 'For awsvpc ECS needs one.',
      'Correct networkMode in the template, or the service in your infrastructure code.',
    ),
  ]
}

const needsExecutionRole = ({
  containerDefinitions = [],
}: RegisterTaskDefinitionCommandInput): string | null => {
  if (containerDefinitions.some(({ secrets = [] }) => secrets.length > 0)) return 'secrets'
  const logs = containerDefinitions.some(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs')
  return logs ? 'logs' : null
}

const roleChecks = (input: RegisterTaskDefinitionCommandInput): readonly Check[] => {
  const onFargate = input.requiresCompatibilities?.includes('FARGATE') === true
  const needed = onFargate ? needsExecutionRole(input) : null
  if (needed === null) return []
  if (input.executionRoleArn) return [ok(`execution role ${input.executionRoleArn}`)]
  return [caution(`${input.family} has no executionRoleArn: on Fargate its ${needed} need one`)]
}
