import type { Instant } from '../../words.js'
import type { Course, Hook, Plan } from './course.js'
import type { Stage } from './stages.js'

/** A service as the controller knows it: plain data, replaced and never changed. */
export interface Service {
  readonly arn: string
  readonly name: string
  readonly cluster: string
  readonly status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  readonly createdAt: Instant
  readonly desiredCount: number
  readonly settings: Settings
  /** Every revision that was ever to be deployed, oldest first. */
  readonly revisions: readonly Revision[]
  /** Newest first. */
  readonly deployments: readonly Deployment[]
  /** Oldest first; stopped ones are kept for an hour, as ECS shows them. */
  readonly tasks: readonly Task[]
  /** How many tasks were ever begun: makes the next task's id. */
  readonly begun: number
  /** Newest first. */
  readonly events: readonly ServiceEvent[]
}

export interface Settings {
  readonly minimumHealthyPercent: number
  readonly maximumPercent: number
  readonly breaker: Breaker
  /** How long a task's failing target health is overlooked after its start. */
  readonly graceSeconds: number
  readonly plan: Plan
  readonly bakeMinutes: number
  readonly hooks: readonly Hook[]
  readonly alarms: Alarms
  /** How long new tasks may take to get healthy, where it is not as long as any stage. */
  readonly scaleUpMinutes?: number
}

export interface Alarms {
  readonly enable: boolean
  readonly rollback: boolean
  readonly names: readonly string[]
}

export interface Breaker {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask: boolean
  readonly threshold: { readonly type: ThresholdType; readonly value: number }
}

export type ThresholdType = 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT' | 'COUNT'

/** What is deployed: a task definition and where its tasks are registered. */
export interface Revision {
  /** The digits that end the revision's ARN and the deployment's `ecs-svc/…`. */
  readonly id: string
  readonly arn: string
  readonly taskDefinition: string
  readonly targets: readonly TargetBinding[]
  /** Ports of the machine that each of its tasks wants, and only one at a time can have: `8080/tcp`. */
  readonly hostPorts?: readonly string[]
  readonly createdAt: Instant
  /** What whoever made it calls it: a deployment of CodeDeploy. */
  readonly externalId?: string
}

export interface TargetBinding {
  readonly targetGroup: string
  readonly containerName: string
  readonly containerPort: number
  /** Where ECS moves the traffic itself: the group of the other revision, and the listener rules that name both. */
  readonly traffic?: Traffic
}

export interface Traffic {
  readonly other: string
  readonly productionRule: string
  readonly testRule?: string
}

export type DeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'
  | 'STOPPED'

/** One attempt to make a revision the service's only one. A rollback is told on the deployment that failed. */
export interface Deployment {
  readonly arn: string
  readonly target: string
  readonly sources: readonly string[]
  readonly status: DeploymentStatus
  readonly reason?: string
  readonly createdAt: Instant
  readonly startedAt?: Instant
  readonly updatedAt: Instant
  readonly finishedAt?: Instant
  readonly rollback?: {
    readonly reason: string
    readonly startedAt: Instant
    readonly revision: string
    /** Where it was when it turned around. */
    readonly from?: Stage
  }
  /** The circuit breaker's count, and that of the rollback after it. */
  readonly failures: number
  readonly rollbackFailures: number
  /** When the last task failed: the scheduler waits longer after each. */
  readonly lastFailureAt?: Instant
  readonly course: Course
  /** Alarms that were in ALARM when it began: they say nothing about it. */
  readonly ignoredAlarms: readonly string[]
  readonly triggeredAlarms: readonly string[]
}

export type Phase = 'pending' | 'running' | 'draining' | 'stopping' | 'stopped'

export interface Task {
  readonly id: string
  readonly revision: string
  readonly phase: Phase
  readonly createdAt: Instant
  readonly startedAt?: Instant
  readonly drainingSince?: Instant
  readonly stoppingAt?: Instant
  readonly stoppedAt?: Instant
  /** Since when it has been seen serving without a break: containers up, every target healthy. */
  readonly servingSince?: Instant
  /** Set once it has served long enough to count on it. */
  readonly healthy: boolean
  /** It got sick and runs on until another serves in its place. */
  readonly sick?: Why
  readonly why?: Why
}

export interface Why {
  readonly code:
    | 'EssentialContainerExited'
    | 'ServiceSchedulerInitiated'
    | 'TaskFailedToStart'
    | 'UserInitiated'
  readonly reason: string
}

export interface ServiceEvent {
  readonly at: Instant
  readonly message: string
}

/** Still wanted: neither stopped nor on its way there. What `runningCount` and `maximumPercent` count. */
export const isAlive = (task: Task): boolean => task.phase === 'pending' || task.phase === 'running'

export const tasksOf = (service: Service, revision: string): readonly Task[] =>
  service.tasks.filter((task) => task.revision === revision)

export const revisionOf = (service: Service, id: string): Revision => {
  const revision = service.revisions.find((candidate) => candidate.id === id)
  if (!revision) throw new Error(`${service.arn} has no revision ${id}`)
  return revision
}

const UNDER_WAY: readonly DeploymentStatus[] = [
  'PENDING',
  'IN_PROGRESS',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
]
export const isUnderWay = (deployment: Deployment): boolean => UNDER_WAY.includes(deployment.status)

/** The revision that the service moves to, or serves: the newest deployment's target, or what it rolled back to. */
export const wantedRevision = (service: Service): string => {
  const newest = service.deployments[0]
  if (!newest) throw new Error(`${service.arn} has no deployment`)
  return newest.rollback?.revision ?? newest.target
}

/** What a rollback goes to: the target of the last deployment that succeeded, or what the last rollback restored. */
export const lastCompleted = (service: Service): string | undefined => {
  const done = service.deployments.find(
    ({ status }) => status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL',
  )
  return done && (done.rollback?.revision ?? done.target)
}
