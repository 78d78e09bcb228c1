import { orderOf, type Placed } from '../carry-out.js'
import { revisionOf } from '../controller/state.js'
import { openDoor } from '../elb/doors.js'
import { openGroup } from '../elb/groups.js'
import { orderOfLone } from '../lone-tasks.js'
import type { Adopted } from '../tasks/driver.js'
import type { ListenerRule, World } from '../world.js'
import type { Kept, KeptGroup, KeptListener } from './kept.js'

const refill = <Key, Value>(into: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void => {
  into.clear()
  for (const [key, value] of from) into.set(key, value)
}

/** What was declared and decided, as it was written; tasks and the router's parts are not touched. */
export const recall = (world: World, kept: Kept): void => {
  refill(world.clusters, kept.clusters)
  refill(world.definitions, kept.definitions)
  refill(world.services, kept.services)
  refill(world.loadBalancers, kept.loadBalancers)
  refill(world.alarms, kept.alarms)
  refill(world.tasks, kept.tasks)
  refill(world.scaling.targets, kept.scaling.targets)
  refill(world.scaling.policies, kept.scaling.policies)
  refill(world.parameters, kept.parameters)
  refill(world.secrets, kept.secrets)
  refill(world.codedeploy.applications, kept.codedeploy.applications)
  refill(world.codedeploy.groups, kept.codedeploy.groups)
  refill(world.codedeploy.configs, kept.codedeploy.configs ?? new Map())
  refill(world.codedeploy.deployments, kept.codedeploy.deployments)
}

const reopenGroup = (world: World, { shape, attributes, targets }: KeptGroup): void => {
  const opened = openGroup(shape, attributes)
  for (const { address, port, ...rest } of targets) opened.group.restore(address, port, rest)
  world.targetGroups.set(shape.TargetGroupArn, opened)
}

const reopenListener = async (world: World, { shape, rules }: KeptListener): Promise<void> => {
  const address = world.loadBalancers.get(shape.LoadBalancerArn)?.DNSName ?? ''
  const current = (): readonly ListenerRule[] => world.listeners.get(shape.ListenerArn)?.rules ?? rules
  const open = await openDoor(world, shape.LoadBalancerArn, address, shape.Port ?? 0, current)
  world.listeners.set(shape.ListenerArn, { shape, rules, open })
}

const placedAt = ({ placed, published }: Kept, task: string): Placed => {
  const ports = published?.[task]
  return { address: placed[task] ?? '', ...(ports ? { published: ports } : {}) }
}

/** Of tasks that run once, what was asked for must not be asked for again. */
const adoptedLone = (world: World, kept: Kept): readonly Adopted[] =>
  [...kept.tasks.values()]
    .filter(({ phase, asked }) => phase !== 'stopped' && asked)
    .map((task) => ({
      order: orderOfLone(world, task, placedAt(kept, task.id)),
      begun: task.phase === 'pending' ? 'once' : 'wholly',
    }))

const adoptedOf = (world: World, kept: Kept): readonly Adopted[] =>
  [...kept.services.values()].flatMap(({ service }) =>
    service.tasks
      .filter(({ phase }) => phase !== 'stopped')
      .map((task) => ({
        order: orderOf(
          world,
          service,
          task.id,
          revisionOf(service, task.revision).taskDefinition,
          placedAt(kept, task.id),
        ),
        begun: task.phase === 'pending' ? ('again' as const) : ('wholly' as const),
      })),
  )

/** Everything again as it was when the process ended: containers are found again and not started twice. */
export const restore = async (world: World, kept: Kept): Promise<void> => {
  recall(world, kept)
  world.clock.skip(kept.ahead)
  for (const name of kept.logGroups) world.logs.createGroup(name)
  await world.driver.adopt([...adoptedOf(world, kept), ...adoptedLone(world, kept)])
  for (const group of kept.targetGroups) reopenGroup(world, group)
  // All at once: a router that goes on serving must not take the first for all that there are.
  await Promise.all(kept.listeners.map((listener) => reopenListener(world, listener)))
}
