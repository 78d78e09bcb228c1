import type {
  CreateServiceRequest,
  LoadBalancer,
  NetworkMode,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { isInUse, rulesOf } from '../elb/usage.js'
import type { Declared, Definition, World } from '../world.js'
import { definitionAt } from './definitions.js'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

type Request = Partial<CreateServiceRequest & UpdateServiceRequest>

const UNPLAYED = [
  'serviceRegistries',
  'capacityProviderStrategy',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
  'gatewayConnectors',
  'monitoring',
] as const

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined)

/** What would change how a service is deployed and is not played: refused, never quietly left out. */
export const checkPlayed = (input: Request): void => {
  const field = UNPLAYED.find((name) => isGiven(input[name]))
  if (field) refuse('UnsupportedFeatureException', `The rehearsal cluster does not play ${field} yet.`)
  const controller = input.deploymentController?.type ?? 'ECS'
  if (controller !== 'ECS' && controller !== 'CODE_DEPLOY')
    refuse(
      'UnsupportedFeatureException',
      `The rehearsal cluster does not play the deployment controller ${controller}.`,
    )
  if ((input.schedulingStrategy ?? 'REPLICA') !== 'REPLICA')
    refuse(
      'UnsupportedFeatureException',
      'The rehearsal cluster does not play the scheduling strategy DAEMON.',
    )
}

const CODE_DEPLOY =
  'services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
const OF_CODE_DEPLOY = [
  ['taskDefinition', 'update task definition'],
  ['networkConfiguration', 'update network parameters'],
  ['platformVersion', 'update platform version'],
  ['loadBalancers', 'update load balancers'],
] as const

/** What starts a deployment is CodeDeploy's to say, where that is the controller. */
export const checkController = ({ controller }: Declared, input: UpdateServiceRequest): void => {
  if (controller !== 'CODE_DEPLOY') return
  if (input.forceNewDeployment) invalid(`Cannot force a new deployment on ${CODE_DEPLOY}`)
  const [, what] = OF_CODE_DEPLOY.find(([field]) => input[field] !== undefined) ?? []
  if (what) invalid(`Unable to ${what} on ${CODE_DEPLOY}`)
}

const modeOf = ({ definition }: Definition): NetworkMode => definition.networkMode ?? 'bridge'

/** Who has an address of its own needs to be told of its network, and nobody else may be; Fargate gives nothing else. */
export const checkNetwork = (
  definition: Definition,
  { networkConfiguration, launchType }: Pick<Declared, 'networkConfiguration' | 'launchType'>,
): void => {
  const hasAddress = modeOf(definition) === 'awsvpc'
  if (launchType === 'FARGATE' && !hasAddress)
    invalid('Task definition does not support launch_type FARGATE.')
  if (hasAddress && !networkConfiguration?.awsvpcConfiguration)
    invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
  if (!hasAddress && networkConfiguration)
    invalid('Network Configuration is not valid for the given networkMode of this task definition.')
}

const checkGroup = (world: World, definition: Definition, arn: string): void => {
  const group =
    world.targetGroups.get(arn) ?? invalid(`The specified target group does not exist. (target-group ${arn})`)
  const [mode, type] = [modeOf(definition), group.shape.TargetType]
  if (type !== (mode === 'awsvpc' ? 'ip' : 'instance'))
    invalid(
      `The provided target group ${arn} has target type ${type}, which is incompatible with the ${mode} network mode specified in the task definition.`,
    )
  if (!isInUse(world, group.shape.TargetGroupArn))
    invalid(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`)
}

const checkRule = (world: World, arn: string): void => {
  if (!rulesOf(world).some((rule) => rule.arn === arn))
    invalid(`The specified listener rule does not exist. (listener-rule ${arn})`)
}

/** Whether both groups are on the rules is no matter of the request: AWS finds it out later, and rolls back. */
const checkTraffic = (
  world: World,
  definition: Definition,
  { advancedConfiguration: advanced }: LoadBalancer,
): void => {
  if (!advanced) return
  checkGroup(world, definition, advanced.alternateTargetGroupArn ?? '')
  checkRule(world, advanced.productionListenerRule ?? '')
  if (advanced.testListenerRule) checkRule(world, advanced.testListenerRule)
}

const checkBinding = (world: World, definition: Definition, balancer: LoadBalancer): void => {
  const { targetGroupArn = '', containerName, containerPort } = balancer
  checkGroup(world, definition, targetGroupArn)
  const container = definition.definition.containerDefinitions?.find(({ name }) => name === containerName)
  if (!container) invalid(`The container ${containerName} does not exist in the task definition.`)
  if (!container?.portMappings?.some((mapping) => mapping.containerPort === containerPort))
    invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`)
  checkTraffic(world, definition, balancer)
}

export const checkBindings = (
  world: World,
  definition: Definition,
  balancers: readonly LoadBalancer[],
): void => {
  for (const balancer of balancers) checkBinding(world, definition, balancer)
}

export const existingDefinition = (world: World, reference: string | undefined): Definition => {
  if (!reference) return invalid('TaskDefinition can not be blank.')
  const found = definitionAt(world, reference) ?? refuse('ClientException', 'TaskDefinition not found.')
  if (found.definition.status !== 'ACTIVE') refuse('ClientException', 'TaskDefinition is inactive')
  return found
}

export const checkCreation = (input: CreateServiceRequest): void => {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.serviceName ?? ''))
    invalid(
      `Service name '${input.serviceName}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`,
    )
  if ((input.clientToken?.length ?? 0) > 36) invalid('clientToken must have at most 36 characters.')
  if (input.desiredCount === undefined)
    invalid('desiredCount can not be blank for the REPLICA scheduling strategy.')
  checkCount(input.desiredCount)
}

export const checkCount = (count: number | undefined): void => {
  if (count !== undefined && (!Number.isInteger(count) || count < 0))
    invalid(`desiredCount ${count} must be a whole number from 0.`)
}
