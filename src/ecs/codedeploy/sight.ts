import type { DeploymentInfo, ECSTarget, ECSTaskSet, RevisionLocation } from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import { tenthsOf } from '../../environment/ranges.js'
import type { DeploymentSight, Pause, ServiceSight, Tasks, Traffic } from '../../rollout/sight.js'
import type { Instant } from '../../words.js'
import { failedEvent } from './events.js'

/** What one look at a deployment told: it, its task sets and events, and the deployment that rolls it back. */
export interface Sighting {
  readonly info: DeploymentInfo
  readonly target: ECSTarget | null
  readonly back: DeploymentInfo | null
}

const labelled = (target: ECSTarget | null, label: 'Blue' | 'Green'): ECSTaskSet | undefined =>
  target?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === label)

/** The `N` of `ecs-svc/N`: the task set that a deployment brings, and by which its tasks are known. */
export const taskSetOf = (target: ECSTarget | null): string | null =>
  labelled(target, 'Green')?.identifer?.split('/').at(-1) ?? null

/** The task definition that an AppSpec names, in JSON or in YAML. */
export const taskDefinitionIn = ({ appSpecContent, string }: RevisionLocation = {}): string | null =>
  /TaskDefinition"?\s*:\s*"?'?([^\s"',}]+)/i.exec(appSpecContent?.content ?? string?.content ?? '')?.[1] ??
  null

/** The house's words for the events of CodeDeploy. */
const STAGES: Readonly<Record<string, string>> = {
  BeforeInstall: 'PRE_SCALE_UP',
  Install: 'SCALE_UP',
  AfterInstall: 'POST_SCALE_UP',
  AllowTestTraffic: 'TEST_TRAFFIC_SHIFT',
  AfterAllowTestTraffic: 'POST_TEST_TRAFFIC_SHIFT',
  BeforeAllowTraffic: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
  AllowTraffic: 'PRODUCTION_TRAFFIC_SHIFT',
  AfterAllowTraffic: 'POST_PRODUCTION_TRAFFIC_SHIFT',
}

const stageOf = (
  { status, instanceTerminationWaitTimeStarted: bakes }: DeploymentInfo,
  target: ECSTarget | null,
): string | null => {
  if (status === 'Ready') return 'POST_TEST_TRAFFIC_SHIFT'
  if (bakes) return 'BAKE_TIME'
  const now = target?.lifecycleEvents?.find((event) => event.status === 'InProgress')?.lifecycleEventName
  return now === undefined ? null : (STAGES[now] ?? now)
}

/** How long CodeDeploy may take to begin the deployment that rolls one back. Inferred: AWS gives no time. */
const BACK_BEGINS = 60_000

export const deploymentSight = (sighting: Sighting, now: Instant): DeploymentSight => {
  const { info, target } = sighting
  const id = info.deploymentId ?? ''
  const status = statusOf(sighting, now)
  const reason = reasonOf(info, target)
  return {
    arn: id,
    status,
    createdAt: (info.createTime?.getTime() ?? 0) as Instant,
    target: id,
    sources: [labelled(target, 'Blue')?.identifer].filter((one) => one !== undefined),
    tasks: tasksOf(labelled(target, 'Green')),
    stage: stageOf(info, target),
    traffic: trafficOf(target),
    alarms: [],
    pauses: info.status === 'Ready' ? [PAUSE] : [],
    hooks: [],
    reason,
    rollback: status.startsWith('ROLLBACK_') ? (reason ?? 'CodeDeploy rolls back') : null,
  }
}

/** There is one in each deployment. When it began is not told, and so its end is not known. */
const PAUSE: Pause = { hook: 'READY_WAIT', expiresAt: null, otherwise: 'ROLLBACK' }

const UNDER_WAY: Readonly<Record<string, string>> = {
  Created: 'PENDING',
  Queued: 'PENDING',
  InProgress: 'IN_PROGRESS',
  Baking: 'IN_PROGRESS',
  Ready: 'IN_PROGRESS',
  Succeeded: 'SUCCESSFUL',
}

/** The words of ECS, by which a rollout is judged. A word that is not known is no end. */
const statusOf = (sighting: Sighting, now: Instant): string => {
  const { status = '' } = sighting.info
  return status === 'Failed' || status === 'Stopped' ? wayBack(sighting, now) : (UNDER_WAY[status] ?? status)
}

/**
 * It failed, or was stopped. Another deployment rolls it back, and how that ends is how it ends. Where there is none, it
 * is told by what was seen of the traffic, and not before a rollback may have begun: who stopped it may have asked for one that
 * the deployment itself had not, and one question may be answered later than another.
 */
const wayBack = ({ info, target, back }: Sighting, now: Instant): string => {
  if (back?.status === 'Succeeded') return 'ROLLBACK_SUCCESSFUL'
  if (back?.status === 'Failed' || back?.status === 'Stopped') return 'ROLLBACK_FAILED'
  if (back || info.rollbackInfo?.rollbackDeploymentId) return 'ROLLBACK_IN_PROGRESS'
  const settled = info.completeTime !== undefined && now - info.completeTime.getTime() >= BACK_BEGINS
  if (!settled) return 'STOP_REQUESTED'
  return isBack(target) ? 'ROLLBACK_SUCCESSFUL' : 'STOPPED'
}

/** Seen, and not presumed: nothing of the traffic is with the new tasks, and all of it with the old. */
const isBack = (target: ECSTarget | null): boolean =>
  (labelled(target, 'Green')?.trafficWeight ?? 0) === 0 && labelled(target, 'Blue')?.trafficWeight === 100

const tasksOf = (green: ECSTaskSet | undefined): Tasks => ({
  requested: green?.desiredCount ?? 0,
  running: green?.runningCount ?? 0,
  pending: green?.pendingCount ?? 0,
  failed: null,
  threshold: null,
})

const trafficOf = (target: ECSTarget | null): Traffic | null => {
  const production = labelled(target, 'Green')?.trafficWeight
  return production === undefined ? null : { production: tenthsOf(production), test: 0 }
}

const reasonOf = ({ errorInformation: error }: DeploymentInfo, target: ECSTarget | null): string | null => {
  const said = [error?.code, error?.message].filter(Boolean).join(': ')
  return [said, failedEvent(target)].filter(Boolean).join('. ') || null
}

/**
 * What serves: named by the deployment `id` where it is that one's, else by its task set. Null where the deployment's own
 * task sets are not told: whether another took its place is then not to be known.
 */
export const serviceSight = (service: Service, id: string, target: ECSTarget | null): ServiceSight => {
  const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY')
  const set = primary?.id?.split('/').at(-1) ?? null
  const own = taskSetOf(target)
  const isOurs = primary?.externalId === id || (set !== null && set === own)
  return {
    active: service.status === undefined || service.status === 'ACTIVE',
    primary: isOurs ? id : own === null ? null : set,
  }
}
