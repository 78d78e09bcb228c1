import type { Look } from '../../src/rollout/following.js'
import type { DeploymentSight, Observation, Started } from '../../src/rollout/sight.js'
import type { Digest, Instant } from '../../src/words.js'

export const DIGEST = `sha256:${'a'.repeat(64)}` as Digest
export const OTHER = `sha256:${'b'.repeat(64)}` as Digest
export const REVISION = '4980306466373577095'
export const started: Started = {
  revision: REVISION,
  digest: DIGEST,
  at: 0 as Instant,
  timeoutMilliseconds: 600_000,
  onCancel: 'leave',
  onTimeout: 'leave',
  answered: [],
}

const revisionArn = (revision: string) => `arn:aws:ecs:eu-west-1:1:service-revision/shop/cart/${revision}`

export const deployment = (
  status: string,
  changes: Partial<DeploymentSight> & { revision?: string } = {},
): DeploymentSight => {
  const { revision = REVISION, ...rest } = changes
  return {
    arn: `arn:aws:ecs:eu-west-1:1:service-deployment/shop/cart/of-${revision}`,
    status,
    createdAt: 100 as Instant,
    target: revisionArn(revision),
    sources: [revisionArn('1')],
    tasks: { requested: 2, running: 0, pending: 2, failed: 0, threshold: 3 },
    stage: null,
    traffic: null,
    alarms: [],
    pauses: [],
    hooks: [],
    reason: null,
    rollback: null,
    ...rest,
  }
}

type Seen = Extract<Observation, { kind: 'seen' }>

export const seen = (deployments: readonly DeploymentSight[], changes: Partial<Seen> = {}): Observation => ({
  kind: 'seen',
  service: { active: true, primary: REVISION },
  deployments,
  images: null,
  ...changes,
})

/** A service whose history is known: what is true at each moment, before any answer about it goes stale. */
export interface History {
  readonly endsAt: number
  readonly status: 'SUCCESSFUL' | 'STOPPED' | 'ROLLBACK_SUCCESSFUL' | 'ROLLBACK_FAILED'
  /** When somebody else deploys; never if it is null. */
  readonly overtakenAt: number | null
  readonly meanwhile: string
}

export const truth = (
  { endsAt, status, overtakenAt, meanwhile }: History,
  at: number,
  look: Look,
): Observation => {
  const overtaken = overtakenAt !== null && at >= overtakenAt
  const stoppedByOther = overtaken && overtakenAt < endsAt
  const now = stoppedByOther ? 'STOPPED' : at >= endsAt ? status : meanwhile
  const back = now.startsWith('ROLLBACK_S')
  const older = deployment('SUCCESSFUL', { revision: '1', createdAt: 1 as Instant })
  const near = deployment('SUCCESSFUL', { revision: `9${REVISION}`, createdAt: 2 as Instant })
  const newest = deployment('IN_PROGRESS', { revision: '7', createdAt: (overtakenAt ?? 0) as Instant })
  const all = [older, ...(overtaken ? [newest] : []), deployment(now), near]
  return seen(look.list ? all : all.filter(({ arn }) => arn === look.deployment), {
    service: { active: true, primary: overtaken ? '7' : back ? '1' : REVISION },
    images: look.revision === null ? null : [`registry/cart@${DIGEST}`],
  })
}
