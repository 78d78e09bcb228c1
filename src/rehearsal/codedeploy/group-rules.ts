import type { CreateDeploymentGroupInput } from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import { serviceArn } from '../arns.js'
import type { ServiceRecord, World } from '../world.js'

const MOST_MINUTES = 2880

const minutes = (name: string, value: number | undefined): void => {
  if (value !== undefined && (!Number.isInteger(value) || value < 0 || value > MOST_MINUTES))
    refuse(
      'InvalidBlueGreenDeploymentConfigurationException',
      `${name} ${value} must be a whole number from 0 to ${MOST_MINUTES}.`,
    )
}

const checkStyle = ({ deploymentStyle }: CreateDeploymentGroupInput): void => {
  const { deploymentType, deploymentOption } = deploymentStyle ?? {}
  if (deploymentType !== 'BLUE_GREEN' || deploymentOption !== 'WITH_TRAFFIC_CONTROL')
    refuse(
      'InvalidDeploymentStyleException',
      'For ECS deployment group, deploymentType must be BLUE_GREEN and deploymentOption WITH_TRAFFIC_CONTROL.',
    )
}

const checkTimes = ({ blueGreenDeploymentConfiguration: times }: CreateDeploymentGroupInput): void => {
  if (!times)
    refuse(
      'InvalidBlueGreenDeploymentConfigurationException',
      'For ECS deployment group, blueGreenDeploymentConfiguration must be specified.',
    )
  minutes('waitTimeInMinutes', times?.deploymentReadyOption?.waitTimeInMinutes)
  minutes(
    'terminationWaitTimeInMinutes',
    times?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes,
  )
}

const checkPair = (world: World, { loadBalancerInfo }: CreateDeploymentGroupInput): void => {
  const [pair, ...others] = loadBalancerInfo?.targetGroupPairInfoList ?? []
  const names = (pair?.targetGroups ?? []).map(({ name }) => name)
  if (!pair || others.length > 0 || names.length !== 2)
    refuse('InvalidTargetGroupPairException', 'There must be one pair of exactly two target groups.')
  const known = [...world.targetGroups.values()].map(({ shape }) => shape.TargetGroupName)
  const missing = names.find((name) => !known.includes(name))
  if (missing) refuse('InvalidTargetGroupPairException', `The target group ${missing} could not be found.`)
  const listeners = [pair?.prodTrafficRoute, pair?.testTrafficRoute].flatMap(
    (route) => route?.listenerArns ?? [],
  )
  if (!pair?.prodTrafficRoute?.listenerArns?.[0])
    refuse('InvalidTargetGroupPairException', 'The prodTrafficRoute must name a listener.')
  const unknown = listeners.find((arn) => !world.listeners.has(arn))
  if (unknown) refuse('InvalidTargetGroupPairException', `The listener ${unknown} could not be found.`)
}

export const serviceOf = (
  world: World,
  { ecsServices = [] }: Pick<CreateDeploymentGroupInput, 'ecsServices'>,
  region: string,
): ServiceRecord => {
  const [service, ...others] = ecsServices
  const arn = serviceArn(region, service?.clusterName ?? 'default', service?.serviceName ?? '')
  const record = world.services.get(arn)
  if (others.length > 0 || !record || record.service.status !== 'ACTIVE')
    return refuse(
      'InvalidECSServiceException',
      `The ECS service cannot be found for the service name: ${service?.serviceName}`,
    )
  if (record.declared.controller !== 'CODE_DEPLOY')
    return refuse(
      'InvalidECSServiceException',
      'Deployment group’s ECS service must be configured for a CODE_DEPLOY deployment controller.',
    )
  return record
}

/** What CodeDeploy refuses of a deployment group for ECS. */
export const checkGroup = (world: World, input: CreateDeploymentGroupInput, region: string): void => {
  checkStyle(input)
  checkTimes(input)
  checkPair(world, input)
  const { service } = serviceOf(world, input, region)
  const taken = [...world.codedeploy.groups.values()].some((group) =>
    group.ecsServices?.some(
      ({ clusterName, serviceName }) =>
        serviceArn(region, clusterName ?? 'default', serviceName ?? '') === service.arn,
    ),
  )
  if (taken)
    refuse(
      'ECSServiceMappingLimitExceededException',
      `The ECS service ${service.name} is in another deployment group already.`,
    )
}
