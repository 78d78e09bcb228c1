import { setTimeout as wait } from 'node:timers/promises'
import { startJob, type Trigger } from '../../e2e/job.js'
import type { Step } from '../../e2e/step.js'
import type { Ground } from '../rollout/ground.js'
import { newest } from '../rollout/phases.js'
import { ENVIRONMENT, REGION, type Source } from './source.js'
import type { Halt, Strategy } from './strategies.js'

const MAIN: Trigger = { event: 'push', branch: 'main' }
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: REGION }

/** How fast idle time passes in the cluster. */
export const pace = (ground: Ground, speed: number | 'hand'): Promise<unknown> =>
  ground.backstage('clock', { speed })

export const FAST = 600

/** Resolves once a deployment that is not yet known stands there, and holds it there: no more time passes. */
const arrival = async (ground: Ground, halt: Halt, signal: AbortSignal): Promise<void> => {
  const known = (await newest(ground)).serviceDeploymentArn
  while (!signal.aborted) {
    const deployment = await newest(ground)
    const isNew = deployment.serviceDeploymentArn !== known && deployment.status === 'IN_PROGRESS'
    if (isNew && halt.isAt(deployment)) {
      await pace(ground, 'hand')
      return
    }
    await wait(20)
  }
}

export interface Ran {
  readonly step: Step
  readonly post: Step
}

/** A job with the committed action as its only step; cancelled at a halt, where there is one. */
export const runJob = async (
  ground: Ground,
  { origin }: Source,
  strategy: Strategy,
  halt: Halt | null,
): Promise<Ran> => {
  const job = startJob(origin, MAIN, CREDENTIALS)
  const over = new AbortController()
  const inputs = { service: 'cart', environment: ENVIRONMENT, strategy }
  try {
    const reached = halt === null ? undefined : arrival(ground, halt, over.signal)
    const step = await job.step('deploy', inputs, reached)
    return { step, post: await job.post('deploy', inputs, step) }
  } finally {
    over.abort()
    job.remove()
    await pace(ground, FAST)
  }
}
