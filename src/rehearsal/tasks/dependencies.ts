import type { ContainerDependency } from '@aws-sdk/client-ecs'
import { StartFailure } from './failure.js'
import { linksOf } from './ports.js'
import type { Box } from './record.js'

const unresolved = (box: Box, dependency: ContainerDependency, why: string): never => {
  throw new StartFailure(
    `dependency graph: failed to resolve container ordering dependency [${dependency.containerName}] for target [${box.definition.name}] as ${why}.`,
  )
}

const hasSucceeded = (on: Box, box: Box, dependency: ContainerDependency): boolean => {
  if (on.phase === 'stopped' && on.exitCode !== 0)
    unresolved(box, dependency, 'dependency did not exit successfully')
  return on.phase === 'stopped'
}

const isHealthy = (on: Box, box: Box, dependency: ContainerDependency): boolean => {
  if (on.phase === 'stopped' || on.health === 'UNHEALTHY')
    unresolved(box, dependency, 'dependency did not become healthy')
  return on.health === 'HEALTHY'
}

const isMet = (boxes: readonly Box[], box: Box, dependency: ContainerDependency): boolean => {
  const on = boxes.find(({ definition }) => definition.name === dependency.containerName)
  if (!on) return true
  switch (dependency.condition) {
    case 'COMPLETE':
      return on.phase === 'stopped'
    case 'SUCCESS':
      return hasSucceeded(on, box, dependency)
    case 'HEALTHY':
      return isHealthy(on, box, dependency)
    default:
      return on.phase !== 'pending'
  }
}

/** A link is to a container that there is. */
const isLinkable = (boxes: readonly Box[], name: string): boolean =>
  boxes.find(({ definition }) => definition.name === name)?.phase !== 'pending'

/** Whether everything that a container waits for is as it wants it; throws where that can never be. */
export const mayStart = (boxes: readonly Box[], box: Box): boolean =>
  (box.definition.dependsOn ?? []).every((dependency) => isMet(boxes, box, dependency)) &&
  linksOf(box.definition).every(([name]) => isLinkable(boxes, name))

/** Others start only once it has ended: it cannot hold the network that they share. */
export const endsFirst = (boxes: readonly Box[], { definition }: Box): boolean =>
  boxes.some(({ definition: other }) =>
    (other.dependsOn ?? []).some(
      ({ containerName, condition }) =>
        containerName === definition.name && (condition === 'COMPLETE' || condition === 'SUCCESS'),
    ),
  )
