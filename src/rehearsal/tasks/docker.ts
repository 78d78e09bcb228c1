import { setTimeout as wait } from 'node:timers/promises'
import type { Progress } from '../../platform/progress.js'
import { adoptAll } from './adopt.js'
import { LABEL } from './container.js'
import { mayStart } from './dependencies.js'
import type { Driver } from './driver.js'
import { type Engine, EngineError } from './engine.js'
import { StartFailure } from './failure.js'
import { ensureImage } from './image.js'
import { create, halt, kill, live, remove, type Yard } from './lifecycle.js'
import { type Box, createRecord, type TaskRecord, viewOf } from './record.js'
import { unplayedParts } from './unplayed.js'

const refuseUnplayed = ({ order }: TaskRecord): void => {
  const reason = unplayedParts(order.definition)
  if (reason !== undefined) throw new StartFailure(reason)
}

const pullAll = async ({ engine }: Yard, record: TaskRecord): Promise<void> => {
  record.pullStartedAt = new Date()
  for (const box of record.boxes) box.imageDigest = await ensureImage(engine, box.definition.image ?? '')
  record.pullStoppedAt = new Date()
}

const begin = async (yard: Yard, record: TaskRecord): Promise<void> => {
  refuseUnplayed(record)
  await pullAll(yard, record)
  await startAll(yard, record)
}

const LOOK_EVERY = 50

/** Each container once those that it depends on allow it; where an essential one ended, no more. */
const startAll = async (yard: Yard, record: TaskRecord): Promise<void> => {
  const left = new Set(record.boxes)
  while (left.size > 0) {
    if (record.stopAsked || yard.isClosing()) throw new StartFailure('Task was stopped before it started')
    if (record.reason !== undefined) return giveUp(left)
    const box = [...left].find((one) => mayStart(record.boxes, one))
    if (box) {
      left.delete(box)
      await create(yard, record, box)
      await live(yard, record, box)
    } else await wait(LOOK_EVERY)
  }
}

const giveUp = (left: ReadonlySet<Box>): void => {
  for (const box of left) box.phase = 'stopped'
}

/** Takes down what a task that could not start has left. */
const abandon = async (yard: Yard, record: TaskRecord, error: Error): Promise<void> => {
  record.startFailure = error.message
  for (const box of record.boxes) {
    if (box.phase === 'running') await halt(yard, box)
    else if (box.containerId !== undefined) await remove(yard, box)
    box.phase = 'stopped'
  }
}

const removeOwned = async ({ engine, owner }: Yard): Promise<void> => {
  const filters = encodeURIComponent(JSON.stringify({ label: [`${LABEL}=${owner}`] }))
  const left = (await engine.call('GET', `/containers/json?all=1&filters=${filters}`)) as { Id: string }[]
  await Promise.allSettled(left.map(({ Id }) => engine.call('DELETE', `/containers/${Id}?force=1&v=1`)))
}

/** Gone already: somebody else removed it, which is what was wanted. */
const isGone = (error: unknown): boolean =>
  error instanceof EngineError && [304, 404, 409].includes(error.status)

/** Tasks as real containers on a Docker engine. */
export const createDockerDriver = (
  engine: Engine,
  owner: string,
  progress: Progress,
  abrupt = false,
): Driver => {
  const records = new Map<string, TaskRecord>()
  const work = new Set<Promise<unknown>>()
  let closing = false
  const track = (job: Promise<unknown>): void => {
    const guarded = job.catch((error: Error) => {
      if (!closing && !isGone(error)) progress.warn(`rehearsal: ${error.message}`)
    })
    work.add(guarded)
    void guarded.finally(() => work.delete(guarded))
  }
  const yard: Yard = { engine, owner, track, isClosing: () => closing, abrupt }
  return {
    start(order) {
      if (closing || records.has(order.id)) return
      const record = createRecord(order)
      records.set(order.id, record)
      track(begin(yard, record).catch((error: Error) => abandon(yard, record, error)))
    },
    stop(task) {
      const record = records.get(task)
      if (!record || record.stopAsked) return
      record.stopAsked = true
      for (const box of record.boxes) track(halt(yard, box))
    },
    kill(task) {
      for (const box of records.get(task)?.boxes ?? []) track(kill(yard, box))
    },
    async adopt(tasks) {
      for (const [id, record] of await adoptAll(yard, tasks)) records.set(id, record)
    },
    observe(task) {
      const record = records.get(task)
      return record && viewOf(record)
    },
    forget: (task) => void records.delete(task),
    async close() {
      closing = true
      while (work.size > 0) {
        await removeOwned(yard)
        await Promise.race([Promise.all(work), wait(200)])
      }
      await removeOwned(yard)
      engine.close()
    },
  }
}
