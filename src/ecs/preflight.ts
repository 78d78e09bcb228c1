import type { Service } from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../environment/settings.js'
import type { Problem } from '../words.js'
import { rollingConfiguration } from './configuration.js'

type Check = (service: Service, settings: EnvironmentSettings) => readonly Problem[]

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
    'This version deploys to services whose controller is ECS, and would be refused by AWS here.',
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

/** Only who writes `strategy: rolling` wants to lose what the service is set to. */
const anotherStrategy: Check = ({ deploymentConfiguration, serviceName }, { strategy }) => {
  const live = deploymentConfiguration?.strategy ?? 'ROLLING'
  if (live === 'ROLLING' || strategy !== undefined) return []
  return refusal(
    'other-strategy',
    `service ${serviceName} is set to the strategy ${live}`,
    'The environment names no strategy, and rolling would take its place without a word.',
    'Write strategy: rolling in the environment if that is meant.',
  )
}

const stuck: Check = ({ deploymentConfiguration = {}, serviceName }, settings) => {
  const { minimumHealthyPercent = 100, maximumPercent = 200 } = rollingConfiguration(
    deploymentConfiguration,
    settings,
  )
  if (maximumPercent > minimumHealthyPercent) return []
  return refusal(
    'no-room-to-roll',
    `service ${serviceName} cannot replace a task`,
    `minimumHealthyPercent is ${minimumHealthyPercent} and maximumPercent ${maximumPercent}: no task may stop, and none may start.`,
    'Set maximumPercent above minimumHealthyPercent in the environment, e.g. 200 and 100.',
  )
}

const CHECKS: readonly Check[] = [inactive, controlledByOthers, express, anotherStrategy, stuck]

/** Everything that would fail, or do other than what is meant; all at once, and before anything is changed. */
export const refusals: Check = (service, settings) => CHECKS.flatMap((check) => check(service, settings))

/** What may surprise, but does not stop. */
export const cautions = (service: Service): readonly string[] => {
  const unfinished = (service.deployments ?? []).filter(({ rolloutState }) => rolloutState === 'IN_PROGRESS')
  return [
    ...(service.desiredCount === 0 ? ['its desired count is 0: nothing will run, and nothing can fail'] : []),
    ...(unfinished.length > 0 ? ['a deployment of it is not over yet; a new one takes its place'] : []),
  ]
}
