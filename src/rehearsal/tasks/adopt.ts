import { LABEL } from './container.js'
import type { Adopted } from './driver.js'
import { ensureImage } from './image.js'
import { finish, resume, type Yard } from './lifecycle.js'
import type { Published } from './ports.js'
import { type Box, createRecord, isEssential, type TaskRecord } from './record.js'

interface Listed {
  readonly Id: string
  readonly State: string
  readonly Labels: Readonly<Record<string, string>>
  readonly Ports?: readonly {
    readonly IP?: string
    readonly PrivatePort: number
    readonly PublicPort?: number
    readonly Type: string
  }[]
}

const listOwned = async ({ engine, owner }: Yard): Promise<readonly Listed[]> => {
  const filters = encodeURIComponent(JSON.stringify({ label: [`${LABEL}=${owner}`] }))
  return (await engine.call('GET', `/containers/json?all=1&filters=${filters}`)) as Listed[]
}

const taskOf = ({ Labels }: Listed): string | undefined => Labels['com.amazonaws.ecs.task-arn']
const nameOf = ({ Labels }: Listed): string | undefined => Labels['com.amazonaws.ecs.container-name']
const addressIn = (found: readonly Listed[]): string | undefined =>
  found.flatMap(({ Ports = [] }) => Ports.flatMap(({ IP }) => IP ?? []))[0]

const publishedIn = ({ Ports = [] }: Listed): readonly Published[] =>
  Ports.flatMap(({ PrivatePort, PublicPort, Type }) =>
    PublicPort === undefined ? [] : [{ containerPort: PrivatePort, hostPort: PublicPort, protocol: Type }],
  )

/** One container of a task, and what is left of it: one that was made and never ran is as good as none. */
interface Trace {
  readonly box: Box
  readonly left: 'running' | 'ended' | 'nothing'
}

const ENDED = ['exited', 'dead']

const trace = (box: Box, found: readonly Listed[]): Trace => {
  const one = found.find((listed) => nameOf(listed) === box.definition.name)
  box.containerId = one?.Id
  if (one?.State === 'running') {
    box.published = publishedIn(one)
    return { box, left: 'running' }
  }
  return { box, left: ENDED.includes(one?.State ?? '') ? 'ended' : 'nothing' }
}

/** What is not essential may have ended long ago, where the task once ran as a whole. */
const isThere = ({ begun }: Adopted, { box, left }: Trace): boolean =>
  left !== 'nothing' || (begun === 'wholly' && !isEssential(box))

const LOST = {
  once: 'The rehearsal cluster ended while the task was starting',
  wholly: 'Essential container in task exited while the rehearsal cluster was down',
}

const remove = ({ engine }: Yard, found: readonly Listed[]): Promise<unknown> =>
  Promise.allSettled(found.map(({ Id }) => engine.call('DELETE', `/containers/${Id}?force=1&v=1`)))

/** Ends what is left of a task that has lost a part of itself. */
const giveUp = async (yard: Yard, record: TaskRecord, reason: string, found: readonly Listed[]) => {
  await remove(yard, found)
  record.reason = reason
  for (const box of record.boxes) box.phase = 'stopped'
}

const takeUp = (yard: Yard, record: TaskRecord, { box, left }: Trace): void => {
  box.phase = left === 'running' ? 'running' : 'stopped'
  if (left === 'running') resume(yard, record, box)
  if (left === 'ended') finish(yard, record, box)
}

const nameImages = async ({ engine }: Yard, { boxes }: TaskRecord): Promise<void> => {
  for (const box of boxes)
    box.imageDigest = await ensureImage(engine, box.definition.image ?? '').catch(() => undefined)
}

/**
 * What becomes of one task: as it was, with the exit codes of what ended meanwhile; stopped where a part of it is gone.
 * Where the start of one that may begin again was cut in half, nothing is left of it, so that it is started again.
 */
const adoptOne = async (
  yard: Yard,
  adopted: Adopted,
  found: readonly Listed[],
): Promise<TaskRecord | undefined> => {
  const { order, begun } = adopted
  const record = createRecord({ ...order, address: addressIn(found) ?? order.address })
  const traces = record.boxes.map((box) => trace(box, found))
  if (traces.every((one) => isThere(adopted, one))) {
    await nameImages(yard, record)
    for (const one of traces) takeUp(yard, record, one)
    return record
  }
  if (begun !== 'again') {
    await giveUp(yard, record, LOST[begun], found)
    return record
  }
  await remove(yard, found)
  return undefined
}

/** The containers of a server that ended without a word, found by their labels. */
export const adoptAll = async (
  yard: Yard,
  tasks: readonly Adopted[],
): Promise<readonly (readonly [string, TaskRecord])[]> => {
  const listed = await listOwned(yard)
  const known = new Set(tasks.map(({ order }) => order.arn))
  await remove(
    yard,
    listed.filter((one) => !known.has(taskOf(one) ?? '')),
  )
  const adopted = await Promise.all(
    tasks.map(async (task) => {
      const found = listed.filter((one) => taskOf(one) === task.order.arn)
      return [task.order.id, await adoptOne(yard, task, found)] as const
    }),
  )
  return adopted.flatMap(([id, record]) => (record ? [[id, record] as const] : []))
}
