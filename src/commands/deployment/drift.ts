import type { Live } from '../../ecs/decide.js'
import { drift } from '../../ecs/drift.js'
import type { Ecs } from '../../platform/aws/ecs.js'
import { latest } from './apply.js'
import type { Target } from './target.js'

/** What somebody registered and did not give to the service; told where what it runs stands in for a template. */
export const driftOf = async (ecs: Ecs, { template }: Target, live: Live): Promise<readonly string[]> => {
  const { family } = live.taskDefinition
  return template !== null || family === undefined ? [] : drift(live, await latest(ecs, family))
}
