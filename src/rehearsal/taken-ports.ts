import { revisionOf } from './controller/state.js'
import { fixedPorts } from './tasks/ports.js'
import type { World } from './world.js'

/** What a container instance keeps for itself: SSH, Docker, and the agent of ECS. */
const RESERVED = [22, 2375, 2376, 51678, 51679, 51680].map((port) => `${port}/tcp`)

/** The fixed ports of the machine that nobody else can have now: those of all tasks, but for those of one service. */
export const takenPorts = (world: World, besides?: string): ReadonlySet<string> =>
  new Set([
    ...RESERVED,
    ...[...world.services.values()]
      .filter(({ service }) => service.arn !== besides)
      .flatMap(({ service }) =>
        service.tasks
          .filter(({ phase }) => phase !== 'stopped')
          .flatMap(({ revision }) => revisionOf(service, revision).hostPorts ?? []),
      ),
    ...[...world.tasks.values()]
      .filter(({ phase }) => phase !== 'stopped')
      .flatMap(({ taskDefinition }) => {
        const definition = world.definitions.get(taskDefinition)?.definition
        return definition ? fixedPorts(definition) : []
      }),
  ])
