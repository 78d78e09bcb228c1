import { LABEL } from './container.js'
import type { Adopted } from './driver.js'
import { resume, type Yard } from './lifecycle.js'
import { type Box, createRecord, type TaskRecord } from './record.js'

interface Listed {
  readonly Id: string
  readonly State: string
  readonly Labels: Readonly<Record<string, string>>
  readonly Ports?: readonly { readonly IP?: string }[]
}

const listOwned = async ({ engine, owner }: Yard): Promise<readonly Listed[]> => {
  const filters = encodeURIComponent(JSON.stringify({ label: [`${LABEL}=${owner}`] }))
  return (await engine.call('GET', `/containers/json?all=1&filters=${filters}`)) as Listed[]
}

const taskOf = ({ Labels }: Listed): string | undefined => Labels['com.amazonaws.ecs.task-arn']
const nameOf = ({ Labels }: Listed): string | undefined => Labels['com.amazonaws.ecs.container-name']
const addressIn = (found: readonly Listed[]): string | undefined =>
  found.flatMap(({ Ports = [] }) => Ports.flatMap(({ IP }) => IP ?? []))[0]

const take = (box: Box, found: Listed | undefined): void => {
  box.containerId = found?.Id
  box.phase = found?.State === 'running' ? 'running' : 'stopped'
}

const LOST = 'Essential container in task exited while the rehearsal cluster was down'

const isComplete = (record: TaskRecord, found: readonly Listed[]): boolean =>
  record.boxes.every(({ definition }) =>
    found.some((one) => nameOf(one) === definition.name && one.State === 'running'),
  )

const recordOf = ({ order }: Adopted, found: readonly Listed[]): TaskRecord => {
  const record = createRecord({ ...order, address: addressIn(found) ?? order.address })
  for (const box of record.boxes)
    take(
      box,
      found.find((one) => nameOf(one) === box.definition.name),
    )
  return record
}

const remove = ({ engine }: Yard, found: readonly Listed[]): Promise<unknown> =>
  Promise.allSettled(found.map(({ Id }) => engine.call('DELETE', `/containers/${Id}?force=1&v=1`)))

/**
 * What becomes of one task: as it was where all of it runs; stopped where it had begun and is gone; and where its start
 * was cut in half, nothing is left of it, so that it is started again.
 */
const adoptOne = async (
  yard: Yard,
  adopted: Adopted,
  found: readonly Listed[],
): Promise<TaskRecord | undefined> => {
  const record = recordOf(adopted, found)
  const complete = isComplete(record, found)
  if (!complete) await remove(yard, found)
  if (!complete && !adopted.begun) return undefined
  if (complete) for (const box of record.boxes) resume(yard, record, box)
  else {
    for (const box of record.boxes) box.phase = 'stopped'
    record.reason = LOST
  }
  return record
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
