import { createHash } from 'node:crypto'
import type { Instant } from '../../words.js'
import { ALL, type Asks, type Details, type Wait } from './course.js'
import type { Moment } from './guards.js'
import { hookFailed } from './hooks.js'
import type { Observation, Verdict } from './observation.js'
import type { Stage } from './stages.js'
import { type Deployment, isUnderWay, revisionOf, type Service } from './state.js'
import { newest, rollBack, withCourse } from './turn.js'

/** What ECS tells a function. */
export interface HookEvent {
  readonly executionDetails: {
    readonly testTrafficWeights: Shares
    readonly productionTrafficWeights: Shares
    readonly serviceArn: string
    readonly targetServiceRevisionArn: string
  }
  readonly executionId: string
  readonly lifecycleStage: Stage
  readonly resourceArn: string
  readonly hookDetails?: Details
}

/** What CodeDeploy tells one. */
export interface ReportEvent {
  readonly DeploymentId: string
  readonly LifecycleEventHookExecutionId: string
}

/** In percent, by ARN of the service revision. */
type Shares = Readonly<Record<string, number>>

/** A function that is asked now: under a name that a step repeated after a crash gives it again. */
export interface Call {
  readonly call: string
  readonly target: string
  readonly event: HookEvent | ReportEvent
}

interface Asking extends Wait {
  readonly asks: Asks
}

const isAsking = (wait: Wait): wait is Asking => wait.status === 'IN_PROGRESS' && wait.asks !== undefined

const nameOf = ({ hookId, asks }: Asking): string => `${hookId} ${asks.answered}`

const dueIn = (service: Service, now: Instant): readonly Asking[] => {
  const [deployment] = service.deployments
  if (!deployment || service.status !== 'ACTIVE' || !isUnderWay(deployment)) return []
  return deployment.course.waits.filter(isAsking).filter(({ asks }) => now >= asks.at)
}

/** The calls whose answers are waited for. */
export const awaited = (service: Service, now: Instant): readonly string[] => dueIn(service, now).map(nameOf)

const sharesOf = (service: Service, { course, target }: Deployment, tenths: number): Shares => ({
  [revisionOf(service, target).arn]: tenths / 10,
  ...(course.blue === undefined ? {} : { [revisionOf(service, course.blue).arn]: (ALL - tenths) / 10 }),
})

/** Weights are told while they move, and where nobody knew them. */
const SHOWN: Partial<Record<Stage, readonly ('test' | 'production')[]>> = {
  RECONCILE_SERVICE: ['test', 'production'],
  TEST_TRAFFIC_SHIFT: ['test'],
  PRODUCTION_TRAFFIC_SHIFT: ['production'],
}

/** AWS's are UUIDs; the same for each call of a hook that was reached once. */
export const executionId = (hookId: string): string =>
  createHash('sha256')
    .update(hookId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

const eventOf = (service: Service, { hookId, asks: { stage, details } }: Asking): HookEvent => {
  const deployment = newest(service)
  const { asked } = deployment.course
  const shares = (which: 'test' | 'production'): Shares =>
    SHOWN[stage]?.includes(which) ? sharesOf(service, deployment, asked[which]) : {}
  return {
    executionDetails: {
      testTrafficWeights: shares('test'),
      productionTrafficWeights: shares('production'),
      serviceArn: service.arn,
      targetServiceRevisionArn: revisionOf(service, deployment.target).arn,
    },
    executionId: executionId(hookId),
    lifecycleStage: stage,
    resourceArn: deployment.arn,
    ...(details ? { hookDetails: details } : {}),
  }
}

const toldIn = (service: Service, wait: Asking): HookEvent | ReportEvent => {
  const { reportsTo } = wait.asks
  return reportsTo === undefined
    ? eventOf(service, wait)
    : { DeploymentId: reportsTo, LifecycleEventHookExecutionId: executionId(wait.hookId) }
}

/** The functions to ask: on every step again, until an answer is seen. */
export const callsOf = (service: Service, { seen, now }: Moment): readonly Call[] =>
  dueIn(service, now)
    .filter((wait) => !seen.calls.has(nameOf(wait)))
    .map((wait) => ({
      call: nameOf(wait),
      target: wait.asks.target,
      event: toldIn(service, wait),
    }))

/** What a function returned with IN_PROGRESS comes back to it, over what it is always told. */
const askAgain = (
  { asks, ...wait }: Asking,
  { delaySeconds, details }: Extract<Verdict, { kind: 'in-progress' }>,
  now: Instant,
): Wait => ({
  ...wait,
  asks: {
    ...asks,
    ...(details ? { details: { ...asks.details, ...details } } : {}),
    answered: asks.answered + 1,
    at: (now + delaySeconds * 1000) as Instant,
  },
})

/** It was called, and nothing more is asked of it: it reports, or its time is over. */
const rest = ({ asks, ...wait }: Asking): Wait => ({ ...wait, asks: { ...asks, at: wait.expiresAt } })

const heardBy = (wait: Asking, verdict: Verdict | undefined, now: Instant): Wait => {
  switch (verdict?.kind) {
    case undefined:
      return wait
    case 'called':
      return rest(wait)
    case 'in-progress':
      return askAgain(wait, verdict, now)
    case 'succeeded':
      return { ...wait, status: 'SUCCEEDED' }
    case 'failed':
      return { ...wait, status: 'FAILED' }
  }
}

/** Why a deployment cannot go on after what a function said; undefined where it can. */
const refusalOf = (wait: Wait, { calls }: Observation): string | undefined => {
  const verdict = isAsking(wait) ? calls.get(nameOf(wait)) : undefined
  return wait.asks && verdict?.kind === 'failed' ? hookFailed(wait.asks, verdict.why) : undefined
}

/** What functions answered since. One that says no turns a deployment around; on the way back it changes nothing. */
export const hear = (service: Service, { seen, now }: Moment): Service => {
  const { status, course } = newest(service)
  const heard = course.waits.map((wait) =>
    isAsking(wait) ? heardBy(wait, seen.calls.get(nameOf(wait)), now) : wait,
  )
  if (heard.every((wait, index) => wait === course.waits[index])) return service
  const told = withCourse(service, { waits: heard }, now)
  const refusal = course.waits.map((wait) => refusalOf(wait, seen)).find(Boolean)
  return refusal && status === 'IN_PROGRESS' ? rollBack(told, refusal, now) : told
}
