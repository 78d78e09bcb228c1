import type { Health } from '../router/health.js'
import type { RunningTask, TaskOrder } from '../tasks/driver.js'
import type { ListenerRule, OpenListener, TargetGroup, World } from '../world.js'
import { toText } from './text.js'

/** Everything that outlives the controller's process, as it stands on disk. */
export interface Kept extends Declared {
  readonly schema: 1
  /** How far the cluster's clock is ahead of the machine's. */
  readonly ahead: number
  readonly addresses: ReturnType<World['addresses']['state']>
  readonly targetGroups: readonly KeptGroup[]
  readonly listeners: readonly KeptListener[]
  readonly logGroups: readonly string[]
  /** Where each task that was begun has its address. */
  readonly placed: Readonly<Record<string, string>>
  /** By task and container: the machine's ports that lead there. A state of an earlier version has none. */
  readonly published?: Readonly<Record<string, NonNullable<TaskOrder['published']>>>
}

type Declared = Pick<
  World,
  | 'clusters'
  | 'definitions'
  | 'services'
  | 'loadBalancers'
  | 'alarms'
  | 'tasks'
  | 'scaling'
  | 'parameters'
  | 'secrets'
  | 'codedeploy'
>

export interface KeptTarget {
  readonly address: string
  readonly port: number
  readonly task?: string
  readonly health: Health
  readonly drainingSince?: number
}

export interface KeptGroup {
  readonly shape: TargetGroup['shape']
  readonly attributes: TargetGroup['attributes']
  readonly targets: readonly KeptTarget[]
}

export interface KeptListener {
  readonly shape: OpenListener['shape']
  readonly rules: readonly ListenerRule[]
}

const keepGroup = ({ shape, attributes, group }: TargetGroup): KeptGroup => ({
  shape,
  attributes,
  targets: group.targets().map(({ address, port, task, health, drainingSince }) => ({
    address,
    port,
    ...(task === undefined ? {} : { task }),
    health,
    ...(drainingSince === undefined ? {} : { drainingSince }),
  })),
})

const portsIn = ({ containers }: RunningTask): NonNullable<TaskOrder['published']> =>
  Object.fromEntries(containers.flatMap(({ name, ports = [] }) => (ports.length > 0 ? [[name, ports]] : [])))

const placed = (world: World): Pick<Kept, 'placed' | 'published'> => {
  const ids = [
    ...[...world.services.values()].flatMap(({ service }) => service.tasks.map(({ id }) => id)),
    ...world.tasks.keys(),
  ]
  const seen = ids.flatMap((id) => {
    const running = world.driver.observe(id)
    return running ? [[id, running] as const] : []
  })
  const published = seen.map(([id, running]) => [id, portsIn(running)] as const)
  return {
    placed: Object.fromEntries(seen.map(([id, { address }]) => [id, address])),
    published: Object.fromEntries(published.filter(([, ports]) => Object.keys(ports).length > 0)),
  }
}

const keptOf = (world: World): Kept => ({
  schema: 1,
  ahead: Math.floor(world.clock.ahead()),
  addresses: world.addresses.state(),
  clusters: world.clusters,
  definitions: world.definitions,
  services: world.services,
  loadBalancers: world.loadBalancers,
  alarms: world.alarms,
  tasks: world.tasks,
  scaling: world.scaling,
  parameters: world.parameters,
  secrets: world.secrets,
  codedeploy: world.codedeploy,
  targetGroups: [...world.targetGroups.values()].map(keepGroup),
  listeners: [...world.listeners.values()].map(({ shape, rules }) => ({ shape, rules })),
  logGroups: [...world.logs.groups.keys()],
  ...placed(world),
})

/** The world as text: what a controller that starts again begins with. */
export const textOf = (world: World): string => toText(keptOf(world))
