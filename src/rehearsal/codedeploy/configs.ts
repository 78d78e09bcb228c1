import type { DeploymentConfigInfo, TrafficRoutingConfig } from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import type { Plan } from '../controller/course.js'
import type { World } from '../world.js'

export const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce'

const canary = (canaryInterval: number): TrafficRoutingConfig => ({
  type: 'TimeBasedCanary',
  timeBasedCanary: { canaryPercentage: 10, canaryInterval },
})
const linear = (linearInterval: number): TrafficRoutingConfig => ({
  type: 'TimeBasedLinear',
  timeBasedLinear: { linearPercentage: 10, linearInterval },
})

/** The configurations for ECS that AWS has ready. */
const READY: Readonly<Record<string, TrafficRoutingConfig>> = {
  [ALL_AT_ONCE]: { type: 'AllAtOnce' },
  'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': linear(1),
  'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': linear(3),
  'CodeDeployDefault.ECSCanary10Percent5Minutes': canary(5),
  'CodeDeployDefault.ECSCanary10Percent15Minutes': canary(15),
}

export const isReady = (name: string): boolean => Object.hasOwn(READY, name)

export const configNames = (world: World): readonly string[] => [
  ...Object.keys(READY),
  ...world.codedeploy.configs.keys(),
]

export const configAt = (world: World, name = ''): DeploymentConfigInfo => {
  const trafficRoutingConfig = READY[name]
  if (trafficRoutingConfig)
    return { deploymentConfigName: name, computePlatform: 'ECS', trafficRoutingConfig }
  return (
    world.codedeploy.configs.get(name) ??
    refuse(
      'DeploymentConfigDoesNotExistException',
      `No deployment configuration found for name: ${name}. The rehearsal cluster has: ${configNames(world).join(', ')}.`,
    )
  )
}

/** A share that must be a whole number of per cent below everything, and a time of at least a minute. */
const share = (percent = 0, minutes = 0) => {
  if (!Number.isInteger(percent) || percent < 1 || percent > 99)
    refuse('InvalidTrafficRoutingConfigurationException', `The percentage ${percent} must be from 1 to 99.`)
  if (!Number.isInteger(minutes) || minutes < 1)
    refuse(
      'InvalidTrafficRoutingConfigurationException',
      `The interval ${minutes} must be at least 1 minute.`,
    )
  return { tenths: percent * 10, bakeMinutes: minutes }
}

export const planOfRouting = (routing: TrafficRoutingConfig = {}): Plan => {
  const { type, timeBasedCanary: one, timeBasedLinear: other } = routing
  if (type === 'TimeBasedCanary')
    return { strategy: 'CANARY', ...share(one?.canaryPercentage, one?.canaryInterval) }
  if (type === 'TimeBasedLinear')
    return { strategy: 'LINEAR', ...share(other?.linearPercentage, other?.linearInterval) }
  return type === 'AllAtOnce'
    ? { strategy: 'BLUE_GREEN' }
    : refuse('InvalidTrafficRoutingConfigurationException', `The type ${type} is not valid for ECS.`)
}

export const planOf = (world: World, name: string): Plan =>
  planOfRouting(configAt(world, name).trafficRoutingConfig)
