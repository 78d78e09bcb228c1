import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Progress } from '../platform/progress.js'
import { StaggerError } from '../words.js'
import type { Operations } from './api/endpoint.js'
import { createRates, FREE } from './api/rates.js'
import { createClock } from './clock/clock.js'
import { type Pace, REAL } from './clock/skip.js'
import { createCluster } from './cluster.js'
import { codeDeployConfigs } from './codedeploy/config-operations.js'
import { codeDeployDeployments } from './codedeploy/deployment-operations.js'
import { codeDeployGroups } from './codedeploy/group-operations.js'
import { codeDeployHooks } from './codedeploy/hook-operations.js'
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
import { forgetIdentity, identityIn, writeIdentity } from './keep/folder.js'
import { diskShelf, memoryShelf, readKept } from './keep/keeper.js'
import { restore } from './keep/restore.js'
import { type Addresses, NO_ADDRESSES } from './lambda/address.js'
import { createFunctions, LONGEST_SECONDS } from './lambda/functions.js'
import { logOperations } from './logs/operations.js'
import { alarmOperations } from './metrics/alarm-operations.js'
import { metricOperations } from './metrics/operations.js'
import { claimAddresses } from './router/addresses.js'
import { createRouter } from './router/choose.js'
import type { RouterName } from './router/router.js'
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
  /** What sends requests to tasks: this process, unless told otherwise. */
  readonly router?: RouterName
  /** Where the functions of lifecycle hooks are called; without an address such hooks are refused. */
  readonly lambda?: Addresses
  /** How long a function may take, in seconds: as long as Lambda lets it, unless told otherwise. */
  readonly lambdaSeconds?: number
  /** A folder that the state is written to before each effect: whoever is killed goes on from there. */
  readonly state?: string
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
  codedeploy: {
    ...codeDeployGroups(world),
    ...codeDeployConfigs(world),
    ...codeDeployDeployments(world),
    ...codeDeployHooks(world),
  },
})

const driverOf = async (options: RehearsalOptions, owner: string): Promise<Driver> => {
  const { driver, tasks, dockerHost, progress, control } = options
  if (driver) return driver
  if (tasks === 'hollow') return createHollowDriver()
  const host = dockerHost ?? process.env.DOCKER_HOST ?? DEFAULT_HOST
  const engine = await findEngine(host)
  const made = createDockerDriver(engine, owner, progress, control === 'stop-first' || control === 'no-drain')
  // With its state on disk a cluster is taken up again, and its containers wait for that.
  return options.state === undefined ? swept(made, host, owner) : made
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
  world.functions.keep(new Set())
  await Promise.all([...world.listeners.values()].map((listener) => listener.open.close()))
  for (const { group } of world.targetGroups.values()) group.close()
  await world.router.close()
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
  const identity = identityIn(options.state)
  const shelf = options.state === undefined ? memoryShelf() : diskShelf(options.state)
  const kept = readKept(shelf)
  const driver = await driverOf(options, identity.owner)
  const addresses = await claimAddresses(kept?.addresses)
  const router = createRouter(options.router ?? 'in-process', {
    state: options.state,
    bug,
    control: options.control,
  })
  const nudge = (): void => loop.nudge()
  const functions = createFunctions({
    addresses: options.lambda ?? NO_ADDRESSES,
    seconds: options.lambdaSeconds ?? LONGEST_SECONDS,
    warn: options.progress.warn,
    answered: nudge,
  })
  const world = createWorld({ driver, addresses, router, functions, clock: createClock(), nudge })
  const { loop, listener } = createCluster(world, {
    operations: operationsOf,
    bug,
    toll: options.rates === 'aws' ? createRates() : FREE,
    pace: options.pace ?? REAL,
    requestsPerStep: options.requestsPerStep ?? REQUESTS_PER_STEP,
    control: options.control,
    shelf,
    keeps: options.state !== undefined,
  })
  const server = createServer({ keepAliveTimeout: 65_000 }, listener)
  const ready = async (): Promise<string> => {
    if (kept) await restore(world, kept)
    return open(server, options.port ?? identity.port ?? 0)
  }
  const endpoint = await ready().catch(async (error: Error) => {
    await takeDown(world)
    throw error
  })
  writeIdentity(options.state, { ...identity, port: Number(new URL(endpoint).port) })
  loop.start()
  const close = async (): Promise<void> => {
    loop.stop()
    await shut(server)
    await takeDown(world)
    shelf.clear()
    forgetIdentity(options.state)
  }
  return { endpoint, close: onlyOnce(close) }
}
