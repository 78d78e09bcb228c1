import type { DeploymentConfiguration, Service } from '@aws-sdk/client-ecs'
import type { Forecast } from '../rollout/forecast.js'
import type { Problem } from '../words.js'
import { shiftCautions, shiftRefusals } from './shifting.js'

type Check = (service: Service) => readonly Problem[]

const refusal = (code: string, problem: string, why: string, fix: string): readonly Problem[] => [
  { code, fault: 'caller', problem, why, fix },
]

const inactive: Check = ({ status, serviceName }) =>
  status === undefined || status === 'ACTIVE'
    ? []
    : refusal(
        'service-not-active',
        `service ${serviceName} cannot be deployed to`,
        `ECS says that it is ${status}: it was deleted.`,
        'Let your infrastructure code make it again, or correct service in the environment.',
      )

const controlledByOthers: Check = ({ deploymentController, serviceName }) => {
  const type = deploymentController?.type ?? 'ECS'
  if (type === 'ECS') return []
  return refusal(
    'deployment-controller',
    `service ${serviceName} has the deployment controller ${type}`,
    'This version deploys to services whose controller is ECS or CODE_DEPLOY, and would be refused by AWS here.',
    'Change deployment_controller of the service to ECS in your infrastructure code (UpdateService can do it since 2025).',
  )
}

const express: Check = ({ resourceManagementType, serviceName }) =>
  resourceManagementType === 'ECS'
    ? refusal(
        'express-service',
        `service ${serviceName} is an Express service`,
        'ECS itself manages its deployments; they take no configuration.',
        'Deploy it with aws ecs update-express-gateway-service, or make it an ordinary service.',
      )
    : []

/** Infrastructure code may be ahead of this version. */
export const unknownStrategy = ({ deploymentConfiguration, serviceName }: Service): readonly Problem[] =>
  refusal(
    'other-strategy',
    `service ${serviceName} is set to the strategy ${deploymentConfiguration?.strategy}`,
    'This version does not know it, and the environment names no other.',
    'Write strategy: in the environment, or name one with --strategy.',
  )

/** Per cent of few tasks: of one task, 150% is one, and nothing can start before it stops. */
const stuck = ({ serviceName }: Service, { shape, capacity }: Forecast): readonly Problem[] => {
  if (!('minimum' in shape)) return []
  // AWS refuses 100 and 100 whatever is wanted; with nothing wanted all else has room.
  const never = shape.minimum === 100 && shape.maximum === 100
  if (!never && (capacity.desired === 0 || capacity.most > capacity.least)) return []
  const { desired, least, most } = capacity
  return refusal(
    'no-room-to-roll',
    `service ${serviceName} cannot replace a task`,
    `Of ${desired} ${desired === 1 ? 'task' : 'tasks'}, ${least} must stay healthy (minimumHealthyPercent ${shape.minimum}) and ${most} may run (maximumPercent ${shape.maximum}): no task may stop, and none may start.`,
    'Set maximumPercent so high that a task more may run, e.g. 200, or minimumHealthyPercent so low that one may stop.',
  )
}

const CHECKS: readonly Check[] = [inactive, controlledByOthers, express]

/** Who is not ECS's to deploy; nothing else is worth a look then. */
export const foreign: Check = (service) => CHECKS.flatMap((check) => check(service))

/** Everything that would fail, or do other than what is meant; all at once, and before anything is changed. */
export const refusals = (service: Service, forecast: Forecast): readonly Problem[] => [
  ...stuck(service, forecast),
  ...shiftRefusals(service, forecast),
]

const MANY_UNFINISHED = 4

/** What may surprise, but does not stop. */
export const cautions = (
  service: Service,
  forecast: Forecast,
  configuration: DeploymentConfiguration,
): readonly string[] => {
  const unfinished = (service.deployments ?? []).filter(({ rolloutState }) => rolloutState === 'IN_PROGRESS')
  const many = unfinished.length
  const never = (service.deployments ?? []).every(({ rolloutState }) => rolloutState !== 'COMPLETED')
  return [
    ...(forecast.shape.strategy === 'all-at-once'
      ? [
          'all-at-once may stop every task before a new one serves: requests fail meanwhile, and on the way back',
        ]
      : []),
    ...(service.desiredCount === 0 ? ['its desired count is 0: nothing will run, and nothing can fail'] : []),
    ...(many > 0 ? ['a deployment of it is not over yet; a new one takes its place'] : []),
    ...(many >= MANY_UNFINISHED ? [`${many} deployments of it are not over; ECS may refuse another`] : []),
    ...(never && many > 0 ? ['it has no completed deployment: ECS would have nothing to roll back to'] : []),
    ...shiftCautions(service, forecast, configuration.alarms?.enable === true),
  ]
}
