import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  LoadBalancer,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { isInUse } from '../elb/usage.js'
import type { Definition, World } from '../world.js'
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
  if (controller !== 'ECS')
    refuse(
      'UnsupportedFeatureException',
      `The rehearsal cluster does not play the deployment controller ${controller}.`,
    )
  if ((input.schedulingStrategy ?? 'REPLICA') !== 'REPLICA')
    refuse(
      'UnsupportedFeatureException',
      'The rehearsal cluster does not play the scheduling strategy DAEMON.',
    )
  if (input.loadBalancers?.some(({ advancedConfiguration }) => advancedConfiguration))
    refuse(
      'UnsupportedFeatureException',
      'The rehearsal cluster does not play advancedConfiguration of loadBalancers yet.',
    )
}

const UNPLAYED_DEPLOYMENT = [
  'lifecycleHooks',
  'linearConfiguration',
  'canaryConfiguration',
  'earlySuccessCriteria',
] as const

const checkThreshold = ({ deploymentCircuitBreaker: breaker }: DeploymentConfiguration): void => {
  const { type, value } = breaker?.thresholdConfiguration ?? {}
  if (type !== undefined && (!Number.isInteger(value) || (value ?? 0) < 1))
    invalid(`deploymentCircuitBreaker.thresholdConfiguration.value ${value} must be a whole number from 1.`)
}

const checkPercents = (minimum = 100, maximum = 200): void => {
  if (!Number.isInteger(minimum) || minimum < 0 || minimum > 100)
    invalid(`minimumHealthyPercent ${minimum} must be from 0 to 100.`)
  if (!Number.isInteger(maximum) || maximum < 100) invalid(`maximumPercent ${maximum} must be at least 100.`)
  if (minimum === 100 && maximum === 100)
    invalid('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.')
}

export const checkDeployment = (configuration: DeploymentConfiguration): void => {
  const strategy = configuration.strategy ?? 'ROLLING'
  if (strategy !== 'ROLLING')
    refuse('UnsupportedFeatureException', `The rehearsal cluster does not play the strategy ${strategy} yet.`)
  const field = UNPLAYED_DEPLOYMENT.find((name) => isGiven(configuration[name]))
  if (field) refuse('UnsupportedFeatureException', `The rehearsal cluster does not play ${field} yet.`)
  if (configuration.alarms?.enable)
    refuse('UnsupportedFeatureException', 'The rehearsal cluster does not play deployment alarms yet.')
  checkPercents(configuration.minimumHealthyPercent, configuration.maximumPercent)
  checkThreshold(configuration)
}

const checkBinding = (world: World, { definition }: Definition, balancer: LoadBalancer): void => {
  const { targetGroupArn: arn = '', containerName, containerPort } = balancer
  const group =
    world.targetGroups.get(arn) ?? invalid(`The specified target group does not exist. (target-group ${arn})`)
  const container = definition.containerDefinitions?.find(({ name }) => name === containerName)
  if (!container) invalid(`The container ${containerName} does not exist in the task definition.`)
  if (!container?.portMappings?.some((mapping) => mapping.containerPort === containerPort))
    invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`)
  if (!isInUse(world, group.shape.TargetGroupArn))
    invalid(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`)
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
  return definitionAt(world, reference) ?? refuse('ClientException', 'TaskDefinition not found.')
}

export const checkCreation = (input: CreateServiceRequest): void => {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.serviceName ?? ''))
    invalid(
      `Service name '${input.serviceName}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`,
    )
  if ((input.clientToken?.length ?? 0) > 36) invalid('clientToken must have at most 36 characters.')
  if (input.desiredCount === undefined)
    invalid('desiredCount can not be blank for the REPLICA scheduling strategy.')
  if (!input.networkConfiguration?.awsvpcConfiguration)
    invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
  checkCount(input.desiredCount)
}

export const checkCount = (count: number | undefined): void => {
  if (count !== undefined && (!Number.isInteger(count) || count < 0))
    invalid(`desiredCount ${count} must be a whole number from 0.`)
}
