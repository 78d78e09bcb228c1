import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { append } from '../../src/rehearsal/logs/store.js'
import { openStream } from '../../src/rehearsal/tasks/awslogs.js'
import type { Driver, RunningTask, TaskOrder } from '../../src/rehearsal/tasks/driver.js'

interface Hollow {
  readonly order: TaskOrder
  readonly server: Server
  phase: RunningTask['phase']
  reason?: string
}

const answersFor = (order: TaskOrder): string => {
  const environment = order.definition.containerDefinitions?.[0]?.environment ?? []
  return environment.find(({ name }) => name === 'VERSION')?.value ?? ''
}

const serve = (order: TaskOrder): Server =>
  createServer((request, response) => {
    request.resume()
    response.statusCode = request.url === '/health' && answersFor(order) === 'sick' ? 500 : 200
    response.end(answersFor(order))
  })

const view = ({ order, phase, reason }: Hollow): RunningTask => ({
  address: order.address,
  phase,
  health: 'UNKNOWN',
  hasHealthCheck: false,
  containers: (order.definition.containerDefinitions ?? []).map(({ name = '', image = '' }) => ({
    name,
    image,
    phase,
    health: 'UNKNOWN',
    runtimeId: order.id,
    ...(phase === 'stopped' ? { exitCode: 0 } : {}),
  })),
  ...(phase === 'stopped'
    ? { stopped: { startFailed: false, reason: reason ?? 'Essential container in task exited' } }
    : {}),
})

const begin = async (hollow: Hollow): Promise<void> => {
  const { order, server } = hollow
  const [container] = order.definition.containerDefinitions ?? []
  server.listen(container?.portMappings?.[0]?.containerPort ?? 0, order.address)
  await once(server, 'listening')
  const stream = container && openStream(order.logs, container, order.id)
  if (stream) append(stream, Date.now(), `serving ${answersFor(order)}`)
  hollow.phase = 'running'
}

/** Tasks without containers: each is a small server in this process, on the task's own address. */
export const createHollowDriver = (): Driver & { running(): number } => {
  const tasks = new Map<string, Hollow>()
  const halt = (hollow: Hollow): void => {
    hollow.server.close()
    hollow.server.closeAllConnections()
    hollow.phase = 'stopped'
  }
  return {
    start(order) {
      if (tasks.has(order.id)) return
      const hollow: Hollow = { order, server: serve(order), phase: 'pending' }
      tasks.set(order.id, hollow)
      void begin(hollow)
    },
    stop(task) {
      const hollow = tasks.get(task)
      if (hollow && hollow.phase !== 'stopped') halt(hollow)
    },
    observe(task) {
      const hollow = tasks.get(task)
      return hollow && view(hollow)
    },
    forget: (task) => void tasks.delete(task),
    running: () => [...tasks.values()].filter(({ phase }) => phase === 'running').length,
    close: async () => {
      for (const hollow of tasks.values()) halt(hollow)
    },
  }
}
