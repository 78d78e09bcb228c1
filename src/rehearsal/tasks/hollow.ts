import type { RequestListener } from 'node:http'
import { append } from '../logs/store.js'
import { openStream } from './awslogs.js'
import { closeDoors, type Door, doorsOf, openDoors, publishedBy } from './doors.js'
import type { Driver, RunningContainer, RunningTask, TaskOrder } from './driver.js'
import { StartFailure } from './failure.js'
import { answerSlowly } from './slowly.js'

/**
 * How a hollow task behaves, told by the environment variable HOLLOW of its first container: `sick` fails every health
 * check, `exit` ends with the code that follows (`exit:3`, else 0) as soon as it has started, `unpulled` never starts, as
 * if its image were not there. Any other serves until stopped.
 */
type Manner = 'serves' | 'sick' | 'exit' | 'unpulled'

const MANNERS: readonly Manner[] = ['sick', 'exit', 'unpulled']

interface Hollow {
  readonly order: TaskOrder
  readonly doors: readonly Door[]
  phase: RunningTask['phase']
  exitCode: number
  reason: string
  startFailed: boolean
}

const ENDED = 'Essential container in task exited'

const variable = ({ definition }: TaskOrder, wanted: string): string | undefined =>
  definition.containerDefinitions?.[0]?.environment?.find(({ name }) => name === wanted)?.value

const mannerOf = (order: TaskOrder): readonly [Manner, number] => {
  const [manner = '', code = '0'] = (variable(order, 'HOLLOW') ?? '').split(':')
  const known = MANNERS.find((one) => one === manner)
  return known ? [known, Number(code)] : ['serves', 0]
}

/** Answers every request with the variable VERSION, in the body and in `x-version`; after DELAY milliseconds, if there is that, or as the request says. */
const answers = (order: TaskOrder): RequestListener => {
  const version = variable(order, 'VERSION') ?? ''
  const delay = Number(variable(order, 'DELAY') ?? 0)
  const [manner] = mannerOf(order)
  return (request, response) => {
    request.resume()
    response.statusCode = request.url === '/health' && manner === 'sick' ? 500 : 200
    response.setHeader('x-version', version)
    if (answerSlowly(request.url ?? '', response, version)) return
    const answer = () => void response.end(version)
    if (delay > 0 && request.url !== '/health') setTimeout(answer, delay)
    else answer()
  }
}

const healthOf = ({ order, phase }: Hollow, checked: boolean): RunningContainer['health'] => {
  if (!checked || phase !== 'running') return 'UNKNOWN'
  return mannerOf(order)[0] === 'sick' ? 'UNHEALTHY' : 'HEALTHY'
}

const containersOf = (hollow: Hollow): readonly RunningContainer[] =>
  (hollow.order.definition.containerDefinitions ?? []).map(({ name = '', image = '', healthCheck }) => ({
    name,
    image,
    phase: hollow.phase,
    health: healthOf(hollow, healthCheck !== undefined),
    runtimeId: hollow.order.id,
    ...publishedBy(hollow.order, hollow.doors, name),
    ...(hollow.phase === 'stopped' && !hollow.startFailed ? { exitCode: hollow.exitCode } : {}),
  }))

const view = (hollow: Hollow): RunningTask => {
  const { order, phase, reason, startFailed } = hollow
  const checked = (order.definition.containerDefinitions ?? []).some(
    ({ essential, healthCheck }) => essential !== false && healthCheck !== undefined,
  )
  return {
    address: order.address,
    phase,
    health: healthOf(hollow, checked),
    hasHealthCheck: checked,
    containers: containersOf(hollow),
    ...(phase === 'stopped' ? { stopped: { startFailed, reason } } : {}),
  }
}

const openLogs = (order: TaskOrder): void => {
  for (const container of order.definition.containerDefinitions ?? []) {
    const stream = openStream(order.logs, container, order.id)
    if (stream) append(stream, Date.now(), `serving ${variable(order, 'VERSION') ?? ''}`)
  }
}

const halt = (hollow: Hollow, reason: string): void => {
  if (hollow.phase === 'stopped') return
  closeDoors(hollow.doors)
  hollow.reason = reason
  hollow.phase = 'stopped'
}

/** As the engine says it of an image that no registry has. */
const pull = (order: TaskOrder): void => {
  if (mannerOf(order)[0] !== 'unpulled') return
  const image = order.definition.containerDefinitions?.[0]?.image ?? ''
  throw new StartFailure(`CannotPullContainerError: pull image ${image} failed: it is not there`)
}

const begin = async (hollow: Hollow): Promise<void> => {
  const { order, doors } = hollow
  pull(order)
  for (const { secrets } of order.definition.containerDefinitions ?? [])
    for (const { valueFrom = '' } of secrets ?? []) order.secret(valueFrom)
  openLogs(order)
  await openDoors(order, doors)
  // It was stopped while its doors were opening.
  if (hollow.phase !== 'pending') return closeDoors(doors)
  const [manner, code] = mannerOf(order)
  hollow.exitCode = code
  hollow.phase = 'running'
  if (manner === 'exit') halt(hollow, ENDED)
}

const newTask = (order: TaskOrder): Hollow => ({
  order,
  doors: doorsOf(order, answers(order)),
  phase: 'pending',
  exitCode: 0,
  reason: ENDED,
  startFailed: false,
})

const abandon = (hollow: Hollow, { message }: Error): void => {
  hollow.startFailed = true
  halt(hollow, message)
}

/** Tasks without containers: each is a small server in this process, on the task's own address and ports. */
export const createHollowDriver = (): Driver & { running(): number } => {
  const tasks = new Map<string, Hollow>()
  const driver: Driver & { running(): number } = {
    start(order) {
      if (tasks.has(order.id)) return
      const hollow = newTask(order)
      tasks.set(order.id, hollow)
      void begin(hollow).catch((error: Error) => abandon(hollow, error))
    },
    stop(task) {
      const hollow = tasks.get(task)
      if (hollow) halt(hollow, ENDED)
    },
    kill(task) {
      const hollow = tasks.get(task)
      if (!hollow) return
      hollow.exitCode = 137
      halt(hollow, ENDED)
    },
    // They ended with their server, and begin again where they were.
    adopt: async (adopted) => {
      for (const { order, begun } of adopted) if (begun !== 'again') driver.start(order)
    },
    observe(task) {
      const hollow = tasks.get(task)
      return hollow && view(hollow)
    },
    forget: (task) => void tasks.delete(task),
    running: () => [...tasks.values()].filter(({ phase }) => phase === 'running').length,
    close: async () => {
      for (const hollow of tasks.values()) halt(hollow, ENDED)
    },
  }
  return driver
}
