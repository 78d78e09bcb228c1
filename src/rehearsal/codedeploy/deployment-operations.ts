import { randomInt } from 'node:crypto'
import type {
  BatchGetDeploymentsInput,
  BatchGetDeploymentsOutput,
  ContinueDeploymentInput,
  CreateDeploymentInput,
  CreateDeploymentOutput,
  DeploymentInfo,
  GetDeploymentInput,
  GetDeploymentOutput,
  GetDeploymentTargetInput,
  GetDeploymentTargetOutput,
  ListDeploymentsInput,
  ListDeploymentsOutput,
  ListDeploymentTargetsInput,
  ListDeploymentTargetsOutput,
  StopDeploymentInput,
  StopDeploymentOutput,
} from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import { continueDeployment, stopDeployment } from '../controller/requests.js'
import { isUnderWay, type Service } from '../controller/state.js'
import { withCourse } from '../controller/turn.js'
import type { ServiceRecord, World } from '../world.js'
import { beginOn } from './begin.js'
import { groupAt } from './group-operations.js'
import { serviceOf } from './group-rules.js'
import { idsOf, showRollback } from './rollback.js'
import { showDeployment, showTarget, targetIdOf } from './show.js'
import { carrierOf, type Deployment, deploymentAt } from './state.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const newId = (): string =>
  `d-${Array.from({ length: 9 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

const MOST_DESCRIBED = 25

const isActive = (world: World, deployment: Deployment): boolean =>
  isUnderWay(carrierOf(world, deployment).deployment)

const refuseSecond = (
  world: World,
  { deploymentGroupId, deploymentGroupName }: Deployment['group'],
): void => {
  const active = [...world.codedeploy.deployments.values()].find(
    (deployment) => deployment.group.deploymentGroupId === deploymentGroupId && isActive(world, deployment),
  )
  if (active)
    refuse(
      'DeploymentLimitExceededException',
      `The Deployment Group '${deploymentGroupName}' already has an active Deployment '${active.id}'`,
    )
}

const keep = (world: World, record: ServiceRecord, service: Service): void => {
  world.services.set(service.arn, { ...record, service })
  world.nudge()
}

const create = (world: World, input: CreateDeploymentInput, region: string): Deployment => {
  const group = groupAt(world, input.applicationName, input.deploymentGroupName)
  refuseSecond(world, group)
  const config = input.deploymentConfigName ?? group.deploymentConfigName ?? ''
  const id = newId()
  const autoRollback = input.autoRollbackConfiguration ?? group.autoRollbackConfiguration ?? {}
  const alarms = input.overrideAlarmConfiguration ?? group.alarmConfiguration ?? {}
  const manner = { id, config, autoRollback, alarms }
  const record = beginOn(world, serviceOf(world, group, region), group, input, manner)
  world.services.set(record.service.arn, record)
  world.nudge()
  return {
    id,
    group,
    config,
    revision: input.revision ?? {},
    ...(input.description === undefined ? {} : { description: input.description }),
    service: record.service.arn,
    carriedBy: record.service.deployments[0]?.arn ?? '',
    createdAt: world.clock.now(),
    stopAsked: false,
    autoRollback,
    rollbackId: newId(),
  }
}

const withStopEvent = ({ autoRollback: { events = [] } }: Deployment) => ({
  enabled: true,
  events: [...events, 'DEPLOYMENT_STOP_ON_REQUEST' as const],
})

const stop = (world: World, deployment: Deployment, goesBack: boolean): void => {
  const { record, deployment: carrier } = carrierOf(world, deployment)
  const answer = stopDeployment(record.service, carrier, 'ROLLBACK', world.clock.now())
  const service =
    answer.kind === 'done'
      ? answer.service
      : refuse('DeploymentAlreadyCompletedException', `The deployment ${deployment.id} has completed.`)
  const autoRollback = goesBack ? withStopEvent(deployment) : deployment.autoRollback
  world.codedeploy.deployments.set(deployment.id, { ...deployment, stopAsked: true, autoRollback })
  keep(world, record, service)
}

const notReady = (id: string): never =>
  refuse(
    'DeploymentIsNotInReadyStateException',
    `The deployment ${id} is not in a state in which it can be continued.`,
  )

/** Traffic moves, of a deployment that is Ready. */
const reroute = (world: World, deployment: Deployment): void => {
  const { record, deployment: carrier } = carrierOf(world, deployment)
  const waiting =
    carrier.course.waits.find(({ status }) => status === 'AWAITING_ACTION') ?? notReady(deployment.id)
  const answer = continueDeployment(record.service, carrier, waiting.hookId, 'CONTINUE', world.clock.now())
  keep(world, record, answer.kind === 'done' ? answer.service : notReady(deployment.id))
}

/** The old tasks go at once. */
const terminate = (world: World, deployment: Deployment): void => {
  const { record, deployment: carrier } = carrierOf(world, deployment)
  if (carrier.course.stage !== 'BAKE_TIME' || !isUnderWay(carrier)) notReady(deployment.id)
  keep(world, record, withCourse(record.service, { bakeMinutes: 0 }, world.clock.now()))
}

const infoOf = (world: World, id: string): DeploymentInfo | undefined => {
  const deployment = world.codedeploy.deployments.get(id)
  return deployment ? showDeployment(world, deployment) : showRollback(world, id)
}

/** A deployment that rolls another one back is listed by itself. */
const isListed = (world: World, input: ListDeploymentsInput, id: string): boolean => {
  const { applicationName, deploymentGroupName, status, createTime } = infoOf(world, id) ?? {}
  const { start } = input.createTimeRange ?? {}
  return (
    (input.applicationName ?? applicationName) === applicationName &&
    (input.deploymentGroupName ?? deploymentGroupName) === deploymentGroupName &&
    (input.includeOnlyStatuses?.some((one) => one === status) ?? true) &&
    (start === undefined || (createTime ?? start) >= start)
  )
}

export const codeDeployDeployments = (world: World) => ({
  CreateDeployment(input: CreateDeploymentInput, region: string): CreateDeploymentOutput {
    const deployment = create(world, input, region)
    world.codedeploy.deployments.set(deployment.id, deployment)
    return { deploymentId: deployment.id }
  },
  GetDeployment: ({ deploymentId = '' }: GetDeploymentInput): GetDeploymentOutput => ({
    deploymentInfo: infoOf(world, deploymentId) ?? showDeployment(world, deploymentAt(world, deploymentId)),
  }),
  BatchGetDeployments({ deploymentIds = [] }: BatchGetDeploymentsInput): BatchGetDeploymentsOutput {
    if (deploymentIds.length > MOST_DESCRIBED)
      refuse(
        'BatchLimitExceededException',
        `At most ${MOST_DESCRIBED} deployments can be asked for at a time.`,
      )
    return { deploymentsInfo: deploymentIds.flatMap((id) => infoOf(world, id) ?? []) }
  },
  /** Newest first. */
  ListDeployments(input: ListDeploymentsInput): ListDeploymentsOutput {
    if (input.deploymentGroupName !== undefined)
      groupAt(world, input.applicationName, input.deploymentGroupName)
    const ids = [...world.codedeploy.deployments.values()].toReversed().flatMap((one) => idsOf(world, one))
    return { deployments: ids.filter((id) => isListed(world, input, id)) }
  },
  /** Traffic goes back to the tasks that served before. */
  StopDeployment({ deploymentId, autoRollbackEnabled }: StopDeploymentInput): StopDeploymentOutput {
    stop(world, deploymentAt(world, deploymentId), autoRollbackEnabled === true)
    return { status: 'Pending', statusMessage: 'Stopping the deployment and rolling traffic back.' }
  },
  ContinueDeployment({ deploymentId, deploymentWaitType = 'READY_WAIT' }: ContinueDeploymentInput): void {
    const deployment = deploymentAt(world, deploymentId)
    if (deploymentWaitType === 'TERMINATION_WAIT') terminate(world, deployment)
    else reroute(world, deployment)
  },
  ListDeploymentTargets({ deploymentId }: ListDeploymentTargetsInput): ListDeploymentTargetsOutput {
    return { targetIds: [targetIdOf(world, deploymentAt(world, deploymentId))] }
  },
  GetDeploymentTarget({ deploymentId, targetId }: GetDeploymentTargetInput): GetDeploymentTargetOutput {
    const deployment = deploymentAt(world, deploymentId)
    if (targetIdOf(world, deployment) !== targetId)
      refuse('DeploymentTargetDoesNotExistException', `The deployment target ${targetId} does not exist.`)
    return {
      deploymentTarget: { deploymentTargetType: 'ECSTarget', ecsTarget: showTarget(world, deployment) },
    }
  },
})
