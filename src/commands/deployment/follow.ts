import type { Deployed } from '../../ecs/deployed.js'
import type { Ecs } from '../../platform/aws/ecs.js'
import type { Started } from '../../rollout/sight.js'
import { diagnose } from './diagnose.js'
import { endedBadly } from './problems.js'
import { resumeScaling } from './scaling.js'
import type { DeployWorld, Site } from './target.js'
import { watch } from './watch.js'

export type Result = Pick<
  Deployed,
  'outcome' | 'reason' | 'deployment' | 'unseen' | 'problems' | 'decision' | 'diagnosis' | 'pause' | 'marks'
>

export const NOTHING: Result = {
  outcome: null,
  reason: null,
  deployment: null,
  problems: [],
  decision: null,
  diagnosis: null,
  pause: null,
  marks: [],
}

/** Whatever is not over goes on without us, and so does its scaling stand still. */
const OVER = ['successful', 'rolled-back', 'rollback-failed', 'superseded']

/** Watches a rollout to its one outcome, and says why where it is a bad one. */
export const follow = async (world: DeployWorld, ecs: Ecs, site: Site, started: Started): Promise<Result> => {
  const { revision } = started
  world.rollouts?.begun({ site, revision, deployment: null })
  const result = await toItsEnd(world, ecs, site, started)
  if (isSeenTo(world, started, result)) world.rollouts?.done({ site, revision })
  return result
}

/** Who was asked to stop, and wants it to go back, may have to leave before it did. */
const isSeenTo = ({ signal }: DeployWorld, { onCancel }: Started, { outcome }: Result): boolean =>
  signal?.aborted !== true || onCancel === 'leave' || (outcome !== null && OVER.includes(outcome))

const toItsEnd = async (world: DeployWorld, ecs: Ecs, site: Site, started: Started): Promise<Result> => {
  const { ending, deployment, problems, marks } = await watch(world, ecs, site, started)
  if (!ending) return { ...NOTHING, deployment, unseen: true, problems, marks }
  const { outcome, reason, pause = null } = ending
  if (OVER.includes(outcome)) await resumeScaling(ecs, site)
  const common = { ...NOTHING, outcome, reason, deployment, pause, marks }
  if (outcome === 'successful' || outcome === 'paused') return common
  const diagnosis = await diagnose(ecs, site, started)
  return { ...common, diagnosis, problems: endedBadly(site, ending, deployment, diagnosis) }
}
