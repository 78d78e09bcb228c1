import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { RunningContainer, RunningTask, TaskOrder } from './driver.js'
import { hasOwnAddress, type Published } from './ports.js'

type Health = RunningContainer['health']

/** What the driver knows of one container. */
export interface Box {
  readonly definition: ContainerDefinition
  containerId: string | undefined
  imageDigest: string | undefined
  /** The machine's ports that lead to it. */
  published: readonly Published[]
  phase: 'pending' | 'running' | 'stopped'
  health: Health
  exitCode?: number
  reason?: string
}

/** What the driver knows of one task. */
export interface TaskRecord {
  readonly order: TaskOrder
  readonly boxes: readonly Box[]
  stopAsked: boolean
  /** The container whose network the others join. */
  networkOwner?: string
  pullStartedAt?: Date
  pullStoppedAt?: Date
  startFailure?: string
  reason?: string
}

export const createRecord = (order: TaskOrder): TaskRecord => ({
  order,
  stopAsked: false,
  boxes: (order.definition.containerDefinitions ?? []).map((definition) => ({
    definition,
    containerId: undefined,
    imageDigest: undefined,
    published: order.published?.[definition.name ?? ''] ?? [],
    phase: 'pending',
    health: 'UNKNOWN',
  })),
})

export const isEssential = ({ definition }: Box): boolean => definition.essential !== false

const phaseOf = ({ boxes, startFailure }: TaskRecord): RunningTask['phase'] => {
  const all = (phase: Box['phase']): boolean => boxes.every((box) => box.phase === phase)
  if (startFailure !== undefined)
    return boxes.some(({ phase }) => phase === 'running') ? 'running' : 'stopped'
  if (all('stopped')) return 'stopped'
  return boxes.some(({ phase }) => phase === 'pending') ? 'pending' : 'running'
}

/** A task is as healthy as its essential containers that check themselves. */
const healthOf = (boxes: readonly Box[]): Health => {
  const checked = boxes.filter((box) => isEssential(box) && box.definition.healthCheck)
  if (checked.some(({ health }) => health === 'UNHEALTHY')) return 'UNHEALTHY'
  return checked.length > 0 && checked.every(({ health }) => health === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN'
}

const viewBox = ({ definition }: TaskOrder, box: Box): RunningContainer => ({
  name: box.definition.name ?? '',
  image: box.definition.image ?? '',
  phase: box.phase,
  health: box.health,
  ...(box.imageDigest === undefined ? {} : { imageDigest: box.imageDigest }),
  ...(box.containerId === undefined ? {} : { runtimeId: box.containerId }),
  ...(box.exitCode === undefined ? {} : { exitCode: box.exitCode }),
  ...(box.reason === undefined ? {} : { reason: box.reason }),
  ...(hasOwnAddress(definition) ? {} : { ports: box.published }),
})

const stoppedOf = (record: TaskRecord): Pick<RunningTask, 'stopped'> => {
  if (phaseOf(record) !== 'stopped') return {}
  const reason = record.startFailure ?? record.reason ?? 'Essential container in task exited'
  return { stopped: { startFailed: record.startFailure !== undefined, reason } }
}

export const viewOf = (record: TaskRecord): RunningTask => ({
  address: record.order.address,
  phase: phaseOf(record),
  health: healthOf(record.boxes),
  hasHealthCheck: record.boxes.some((box) => isEssential(box) && box.definition.healthCheck),
  containers: record.boxes.map((box) => viewBox(record.order, box)),
  ...(record.pullStartedAt ? { pullStartedAt: record.pullStartedAt } : {}),
  ...(record.pullStoppedAt ? { pullStoppedAt: record.pullStoppedAt } : {}),
  ...stoppedOf(record),
})
