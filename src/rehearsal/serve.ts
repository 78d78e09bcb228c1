import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Progress } from '../platform/progress.js'
import { StaggerError } from '../words.js'
import { createEndpoint, type Operations } from './api/endpoint.js'
import { createRates, FREE } from './api/rates.js'
import { type Rooms, stageDoor } from './backstage/door.js'
import { createClock } from './clock/clock.js'
import { createPacer } from './clock/pacer.js'
import { clockRoom } from './clock/room.js'
import { type Pace, REAL } from './clock/skip.js'
import type { Control } from './control.js'
import { clusterOperations } from './ecs/clusters.js'
import { definitionOperations } from './ecs/definitions.js'
import { deploymentOperations } from './ecs/deployments.js'
import { runTaskOperations } from './ecs/run-task.js'
import { serviceOperations } from './ecs/services.js'
import { taskOperations } from './ecs/tasks.js'
import { balancerOperations } from './elb/balancers.js'
import { groupOperations } from './elb/groups.js'
import { listenerOperations } from './elb/listeners.js'
import { ruleOperations } from './elb/rules.js'
import { identityOperations } from './identity.js'
import { logOperations } from './logs/operations.js'
import { createLoop } from './loop.js'
import { alarmOperations } from './metrics/alarm-operations.js'
import { metricOperations } from './metrics/operations.js'
import { claimAddresses } from './router/addresses.js'
import { policyOperations } from './scaling/policies.js'
import { targetOperations } from './scaling/targets.js'
import { parameterOperations } from './secrets/parameters.js'
import { secretOperations } from './secrets/secrets.js'
import { createDockerDriver } from './tasks/docker.js'
import type { Driver } from './tasks/driver.js'
import { DEFAULT_HOST, findEngine } from './tasks/engine.js'
import { createHollowDriver } from './tasks/hollow.js'
import { swept } from './tasks/sweep.js'
import { createWorld, type World } from './world.js'

export interface RehearsalOptions {
  /** Where to listen on 127.0.0.1; any free port if left out. */
  readonly port?: number
  readonly progress: Progress
  /** A fault built in on purpose, see `control.ts`. */
  readonly control?: Control
  /** The engine, as in `DOCKER_HOST`, which is also the default. */
  readonly dockerHost?: string
  /** Runs the tasks instead of a Docker engine. */
  readonly driver?: Driver
  /** What tasks are made of: containers, unless told otherwise. */
  readonly tasks?: Tasks
  /** Whether requests are throttled as AWS throttles them; they are not, unless told otherwise. */
  readonly rates?: 'aws'
  /** How idle time passes: as it does, unless told otherwise. */
  readonly pace?: Pace
  /** How many requests a step must have seen before its time may be skipped. */
  readonly requestsPerStep?: number
}

export const REQUESTS_PER_STEP = 100

/** Containers, or nothing but a small server for each task: for scale, for models, and where there is no engine. */
export type Tasks = 'containers' | 'hollow'

export const isTasks = (text: string): text is Tasks => text === 'containers' || text === 'hollow'

export interface Rehearsal {
  /** What `AWS_ENDPOINT_URL` is set to. */
  readonly endpoint: string
  /** Removes every container that was started, closes every listener. */
  close(): Promise<void>
}

const operationsOf = (world: World): Operations => ({
  ecs: {
    ...clusterOperations(world),
    ...definitionOperations(world),
    ...serviceOperations(world),
    ...deploymentOperations(world),
    ...taskOperations(world),
    ...runTaskOperations(world),
  },
  elasticloadbalancing: {
    ...balancerOperations(world),
    ...groupOperations(world),
    ...listenerOperations(world),
    ...ruleOperations(world),
  },
  logs: logOperations(world.logs),
  sts: identityOperations,
  cloudwatch: { ...alarmOperations(world), ...metricOperations(world) },
  'application-autoscaling': { ...targetOperations(world), ...policyOperations(world) },
  ssm: parameterOperations(world),
  secretsmanager: secretOperations(world),
  codedeploy: {},
})

const driverOf = async (options: RehearsalOptions): Promise<Driver> => {
  const { driver, tasks, dockerHost, progress, control } = options
  if (driver) return driver
  if (tasks === 'hollow') return createHollowDriver()
  const host = dockerHost ?? process.env.DOCKER_HOST ?? DEFAULT_HOST
  const engine = await findEngine(host)
  const owner = randomUUID()
  return swept(createDockerDriver(engine, owner, progress, control === 'stop-first'), host, owner)
}

const unopened = (port: number, { message }: Error): StaggerError =>
  new StaggerError({
    code: 'port-not-free',
    fault: 'caller',
    problem: `The rehearsal cluster cannot listen on port ${port}`,
    why: message,
    fix: 'give another one with `--port`, or none for any free port',
  })

const open = async (server: Server, port: number): Promise<string> => {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch((error: Error) => {
    throw unopened(port, error)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const shut = async (server: Server): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

const takeDown = async (world: World): Promise<void> => {
  await Promise.all([...world.listeners.values()].map((listener) => listener.open.close()))
  for (const { group } of world.targetGroups.values()) group.close()
  await world.driver.close()
  await world.addresses.release()
}

/** Whoever asks twice waits for the same end. */
const onlyOnce = (work: () => Promise<void>): (() => Promise<void>) => {
  let under: Promise<void> | undefined
  return () => {
    under ??= work()
    return under
  }
}

/** Serves the ECS that runs on this machine until it is closed. */
export const serveRehearsal = async (options: RehearsalOptions): Promise<Rehearsal> => {
  const bug = (error: unknown): void =>
    options.progress.warn(`rehearsal: ${(error as Error).stack ?? String(error)}`)
  const driver = await driverOf(options)
  const addresses = await claimAddresses()
  const clock = createClock()
  const world = createWorld({ driver, addresses, clock, nudge: () => loop.nudge() })
  const pacer = createPacer(clock, options.pace ?? REAL)
  const requestsPerStep = options.requestsPerStep ?? REQUESTS_PER_STEP
  const loop = createLoop(world, { bug, control: options.control, pacer, requestsPerStep })
  const rooms: Rooms = { clock: clockRoom(clock, pacer) }
  const front = createEndpoint(operationsOf(world), bug, options.rates === 'aws' ? createRates() : FREE)
  const server = createServer({ keepAliveTimeout: 65_000 }, stageDoor(front, rooms, clock.now))
  const endpoint = await open(server, options.port ?? 0).catch(async (error: Error) => {
    await takeDown(world)
    throw error
  })
  loop.start()
  const close = async (): Promise<void> => {
    loop.stop()
    await shut(server)
    await takeDown(world)
  }
  return { endpoint, close: onlyOnce(close) }
}
