import type { TaskDefinition } from '@aws-sdk/client-ecs'

/** Parts of a container definition whose absence would let a broken task look well: their task must not start. */
const NEEDED = ['environmentFiles', 'mountPoints', 'volumesFrom'] as const

/** Why a task cannot be played here, or undefined where it can. */
export const unplayedParts = ({ containerDefinitions = [] }: TaskDefinition): string | undefined => {
  for (const container of containerDefinitions)
    for (const part of NEEDED)
      if ((container[part]?.length ?? 0) > 0)
        return `ResourceInitializationError: the rehearsal cluster does not play ${part} (container ${container.name}) yet`
  return undefined
}
