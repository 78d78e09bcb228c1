import { setTimeout as wait } from 'node:timers/promises'
import { follow, openStream } from './awslogs.js'
import { describeContainer, engineName } from './container.js'
import { endsFirst } from './dependencies.js'
import type { Engine } from './engine.js'
import { StartFailure } from './failure.js'
import { hasOwnAddress, type Published } from './ports.js'
import { type Box, isEssential, type TaskRecord } from './record.js'

/** What a container's life needs besides itself. */
export interface Yard {
  readonly engine: Engine
  /** The label's value: whose containers these are. */
  readonly owner: string
  /** Looks after work that nobody waits for. */
  track(job: Promise<unknown>): void
  isClosing(): boolean
  /** Containers get no time to end by themselves: a fault on purpose. */
  readonly abrupt: boolean
}

interface Inspected {
  readonly State: { readonly OOMKilled?: boolean; readonly Health?: { readonly Status: string } }
  readonly NetworkSettings?: {
    readonly Ports?: Readonly<Record<string, readonly { readonly HostPort: string }[] | null>>
  }
}

const HEALTH = { healthy: 'HEALTHY', unhealthy: 'UNHEALTHY' } as const
const HEALTH_EVERY = 500
const DEFAULT_STOP_TIMEOUT = 30

const pathOf = ({ containerId }: Box): string => `/containers/${containerId}`

const inspect = async ({ engine }: Yard, box: Box): Promise<Inspected> =>
  (await engine.call('GET', `${pathOf(box)}/json`)) as Inspected

export const remove = async ({ engine }: Yard, box: Box): Promise<void> => {
  await engine.call('DELETE', `${pathOf(box)}?force=1&v=1`)
}

/**
 * The container that holds the task's network: the first to start that is not to end before the others. Where the task
 * has no address of its own, each container has a network of its own.
 */
const networkOf = (record: TaskRecord, box: Box): string | null | undefined => {
  if (!hasOwnAddress(record.order.definition)) return undefined
  if (record.networkOwner !== undefined) return record.networkOwner
  return endsFirst(record.boxes, box) ? null : undefined
}

export const create = async (yard: Yard, record: TaskRecord, box: Box): Promise<void> => {
  const network = networkOf(record, box)
  const body = describeContainer(record.order, box.definition, yard.owner, network)
  const name = engineName(record.order, box.definition.name ?? '')
  const made = (await yard.engine.call('POST', `/containers/create?name=${name}`, body)) as { Id: string }
  box.containerId = made.Id
  if (network === undefined) record.networkOwner = made.Id
}

/** SIGTERM, and SIGKILL once the container's `stopTimeout` has passed. */
export const halt = async ({ engine, abrupt }: Yard, box: Box): Promise<void> => {
  if (box.containerId === undefined || box.phase === 'stopped') return
  const seconds = abrupt ? 0 : (box.definition.stopTimeout ?? DEFAULT_STOP_TIMEOUT)
  await engine.call('POST', `${pathOf(box)}/stop?t=${seconds}`)
}

/** SIGKILL: a fault on purpose. */
export const kill = async ({ engine }: Yard, box: Box): Promise<void> => {
  if (box.containerId === undefined || box.phase === 'stopped') return
  await engine.call('POST', `${pathOf(box)}/kill`)
}

const watchHealth = async (yard: Yard, box: Box): Promise<void> => {
  while (!yard.isClosing() && box.phase === 'running') {
    const { State } = await inspect(yard, box)
    box.health = HEALTH[State.Health?.Status as keyof typeof HEALTH] ?? 'UNKNOWN'
    await wait(HEALTH_EVERY, undefined, { ref: false })
  }
}

const takeDownWith = (yard: Yard, record: TaskRecord, ended: Box): void => {
  record.reason ??= 'Essential container in task exited'
  for (const box of record.boxes) if (box !== ended) yard.track(halt(yard, box))
}

const awaitExit = async (yard: Yard, record: TaskRecord, box: Box): Promise<void> => {
  const { StatusCode } = (await yard.engine.call('POST', `${pathOf(box)}/wait`)) as { StatusCode: number }
  const last = await inspect(yard, box).catch(() => undefined)
  box.exitCode = StatusCode
  if (last?.State.OOMKilled) box.reason = 'OutOfMemoryError: Container killed due to memory usage'
  box.phase = 'stopped'
  if (isEssential(box)) takeDownWith(yard, record, box)
}

/** Only one that runs has them: they are read once. */
const publishedAt = async (yard: Yard, box: Box): Promise<readonly Published[]> => {
  const { NetworkSettings } = await inspect(yard, box)
  return Object.entries(NetworkSettings?.Ports ?? {}).flatMap(([port, bindings]) => {
    const [containerPort, protocol = 'tcp'] = port.split('/')
    return (bindings ?? []).map(({ HostPort }) => ({
      containerPort: Number(containerPort),
      hostPort: Number(HostPort),
      protocol,
    }))
  })
}

const start = async (yard: Yard, { order }: TaskRecord, box: Box): Promise<void> => {
  await yard.engine.call('POST', `${pathOf(box)}/start`).catch((error: Error) => {
    throw new StartFailure(`CannotStartContainerError: Error response from daemon: ${error.message}`)
  })
  if (!hasOwnAddress(order.definition)) box.published = await publishedAt(yard, box)
  box.phase = 'running'
}

const readLogs = async (yard: Yard, record: TaskRecord, box: Box): Promise<void> => {
  const stream = openStream(record.order.logs, box.definition, record.order.id)
  if (!stream) return
  const source = await yard.engine.stream(
    'GET',
    `${pathOf(box)}/logs?follow=1&stdout=1&stderr=1&timestamps=1`,
  )
  await follow(source, stream)
}

/** Reads how a container ended, or will: it is removed when it has and its logs are read. */
export const finish = (yard: Yard, record: TaskRecord, box: Box): void => {
  const read = readLogs(yard, record, box)
  yard.track(Promise.all([awaitExit(yard, record, box), read]).then(() => remove(yard, box)))
}

/** Sees to the rest of a running container's life. */
export const resume = (yard: Yard, record: TaskRecord, box: Box): void => {
  finish(yard, record, box)
  if (box.definition.healthCheck) yard.track(watchHealth(yard, box))
}

/** Starts a container and sees to the rest of its life. */
export const live = async (yard: Yard, record: TaskRecord, box: Box): Promise<void> => {
  openStream(record.order.logs, box.definition, record.order.id)
  await start(yard, record, box)
  resume(yard, record, box)
  if (record.stopAsked) yard.track(halt(yard, box))
}
