import type { Ecs } from '../../platform/aws/ecs.js'
import type { Site } from './target.js'

/** Scaling in the middle of a rollout changes what it counts on. Who suspended it before keeps it suspended. */
export const suspendScaling = async (ecs: Ecs, target: Site): Promise<void> => {
  const { cluster, service, suspendScaling: wanted } = target.settings
  if (!wanted) return
  const { value } = await ecs.describeScaling(cluster, service)
  if (value && !value.suspended) await ecs.suspendScaling(cluster, service, true)
}

/** Once a rollout is over, whoever began it. */
export const resumeScaling = async (ecs: Ecs, { settings }: Site): Promise<void> => {
  const { cluster, service, suspendScaling: wanted } = settings
  if (!wanted) return
  const { value } = await ecs.describeScaling(cluster, service)
  if (value?.suspended) await ecs.suspendScaling(cluster, service, false)
}
