import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Control } from '../../src/rehearsal/control.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { connectEngine, DEFAULT_HOST } from '../../src/rehearsal/tasks/engine.js'
import { StaggerError } from '../../src/words.js'
import {
  type Clients,
  clientsOf,
  createCart,
  definition,
  followNewest,
  type Stage,
  setStage,
} from './stage.js'

const APP = `
const http = require('http')
let leaving = false
let sick = false
const server = http.createServer((q, r) => {
  if (q.url === '/sicken') sick = true
  if (q.url === '/health') { r.statusCode = leaving || sick || process.env.VERSION === 'sick' ? 500 : 200; return r.end() }
  if (leaving) r.setHeader('connection', 'close')
  q.resume().on('end', () => setTimeout(() => r.end(process.env.VERSION), 20))
})
server.listen(8080, () => console.log('serving ' + process.env.VERSION))
if (process.env.VERSION === 'dies') setTimeout(() => { console.error('boom'); process.exit(3) }, 300)
process.on('SIGTERM', () => { leaving = true; server.close(() => process.exit(0)) })
`

const progress = { say: () => {}, warn: () => {}, group: () => {} }
const family = `stagger-test-${randomUUID()}`
let rehearsal: Rehearsal
let clients: Clients
let stage: Stage

const containers = async (): Promise<number> => {
  const engine = connectEngine(process.env.DOCKER_HOST ?? DEFAULT_HOST)
  const filters = JSON.stringify({ label: [`com.amazonaws.ecs.task-definition-family=${family}`] })
  const found = await engine.call('GET', `/containers/json?all=1&filters=${encodeURIComponent(filters)}`)
  engine.close()
  return (found as unknown[]).length
}

const serve = async (control?: Control): Promise<void> => {
  rehearsal = await serveRehearsal({ progress, ...(control ? { control } : {}) })
  clients = clientsOf(rehearsal.endpoint)
  stage = await setStage(clients)
}

const close = async (): Promise<void> => {
  clients.destroy()
  await rehearsal.close()
}

const register = async (version: string, change: object = {}): Promise<string> => {
  const given = {
    ...definition(version, { command: ['node', '-e', APP], stopTimeout: 5, ...change }),
    family,
  }
  return (await clients.ecs.registerTaskDefinition(given)).taskDefinition?.taskDefinitionArn ?? ''
}

const deploy = async (version: string, change: object = {}) => {
  const taskDefinition = await register(version, change)
  await clients.ecs.updateService({ cluster: 'demo', service: 'cart', taskDefinition })
  return followNewest(clients)
}

const post = (agent: Agent): Promise<string> =>
  new Promise((resolve) => {
    const asked = request(stage.url, { method: 'POST', agent }, (answer) => {
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () => resolve(answer.statusCode === 200 ? body : `failed: ${answer.statusCode}`))
      answer.on('error', (error) => resolve(`failed: ${error.message}`))
    })
    asked.on('error', (error) => resolve(`failed: ${error.message}`))
    asked.end('x')
  })

/** Sends POSTs at a constant rate until told to stop; answers with every outcome. */
const load = (): (() => Promise<readonly string[]>) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const sent: Promise<string>[] = []
  const timer = setInterval(() => sent.push(post(agent)), 10)
  return async () => {
    clearInterval(timer)
    const outcomes = await Promise.all(sent)
    agent.destroy()
    return outcomes
  }
}

const stoppedTasks = async () => {
  const asked = { cluster: 'demo', desiredStatus: 'STOPPED' } as const
  const { taskArns = [] } = await clients.ecs.listTasks(asked)
  if (taskArns.length === 0) return []
  return (await clients.ecs.describeTasks({ cluster: 'demo', tasks: taskArns })).tasks ?? []
}

const failures = (outcomes: readonly string[]): readonly string[] =>
  outcomes.filter((outcome) => outcome.startsWith('failed'))

describe('tasks as real containers', () => {
  beforeEach(() => serve())
  afterEach(async () => {
    await close()
    expect(await containers()).toBe(0)
  })

  test('a rolling deployment drops no request, a broken one is rolled back and tells why', async () => {
    await createCart(clients, stage, await register('one'))
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
    const stop = load()
    expect((await deploy('two')).status).toBe('SUCCESSFUL')
    expect((await deploy('sick')).status).toBe('ROLLBACK_SUCCESSFUL')
    const outcomes = await stop()
    expect(failures(outcomes)).toEqual([])
    expect([...new Set(outcomes)].toSorted()).toEqual(['one', 'two'])
    const [first] = await stoppedTasks()
    expect(first).toMatchObject({ lastStatus: 'STOPPED', containers: [{ name: 'app', exitCode: 0 }] })
  }, 90_000)

  test('tasks that all get sick serve on until others do: nobody loses a request', async () => {
    await createCart(clients, stage, await register('one'))
    await followNewest(clients)
    const { taskArns } = await clients.ecs.listTasks({ cluster: 'demo' })
    const { tasks = [] } = await clients.ecs.describeTasks({ cluster: 'demo', tasks: taskArns })
    const stop = load()
    for (const { containers: [container] = [] } of tasks)
      await fetch(`http://${container?.networkInterfaces?.[0]?.privateIpv4Address}:8080/sicken`, {
        method: 'POST',
      })
    while ((await stoppedTasks()).length < 2) await new Promise((resolve) => setTimeout(resolve, 200))
    expect(failures(await stop())).toEqual([])
    const reason = `Task failed ELB health checks in (target-group ${stage.targetGroup})`
    expect((await stoppedTasks()).map(({ stoppedReason }) => stoppedReason)).toEqual([reason, reason])
    expect(await post(new Agent())).toBe('one')
  }, 90_000)

  test('a task that dies leaves its exit code and its log behind', async () => {
    await createCart(clients, stage, await register('dies'))
    expect(await followNewest(clients)).toMatchObject({
      status: 'ROLLBACK_FAILED',
      statusReason: 'No rollback candidate was found to run the rollback.',
    })
    const [first] = await stoppedTasks()
    expect(first).toMatchObject({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: 3 }],
    })
    const { events } = await clients.logs.getLogEvents({
      logGroupName: '/demo/cart',
      logStreamName: `cart/app/${first?.taskArn?.split('/').pop()}`,
    })
    expect(events?.map(({ message }) => message)).toEqual(['serving dies', 'boom'])
  }, 60_000)

  test('an image that is not there: CannotPullContainerError', async () => {
    const image = `127.0.0.1:9/shop/cart@sha256:${'0'.repeat(64)}`
    await createCart(clients, stage, await register('one', { image }))
    expect((await followNewest(clients)).status).toBe('ROLLBACK_FAILED')
    expect((await stoppedTasks())[0]).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(/^CannotPullContainerError: /),
    })
  }, 60_000)

  test('two containers share the task; the health check is theirs', async () => {
    const [app] =
      definition('one', { command: ['node', '-e', APP], stopTimeout: 5 }).containerDefinitions ?? []
    const script = `setInterval(() => fetch('http://127.0.0.1:8080/health').catch(() => {}), 100)`
    const check = `fetch('http://127.0.0.1:8080/health').then((r) => process.exit(r.ok ? 0 : 1))`
    const side = {
      name: 'side',
      image: 'node:24-slim',
      command: ['node', '-e', script],
      stopTimeout: 2,
      healthCheck: { command: ['CMD', 'node', '-e', check], interval: 5 },
    }
    const made = await clients.ecs.registerTaskDefinition({
      ...definition('one'),
      family,
      containerDefinitions: [app ?? {}, side],
    })
    await createCart(clients, stage, made.taskDefinition?.taskDefinitionArn ?? '')
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
    const { taskArns } = await clients.ecs.listTasks({ cluster: 'demo' })
    const { tasks } = await clients.ecs.describeTasks({ cluster: 'demo', tasks: taskArns })
    expect(tasks?.[0]).toMatchObject({
      healthStatus: 'HEALTHY',
      containers: [{ name: 'app' }, { name: 'side', healthStatus: 'HEALTHY' }],
    })
  }, 60_000)

  test('closing in the middle of a start leaves nothing', async () => {
    await createCart(clients, stage, await register('one'))
    while ((await containers()) === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  }, 60_000)
})

describe('controls and errors', () => {
  test('the control stop-first drops requests', async () => {
    await serve('stop-first')
    await createCart(clients, stage, await register('one'))
    await followNewest(clients)
    const stop = load()
    expect((await deploy('two')).status).toBe('SUCCESSFUL')
    expect(failures(await stop()).length).toBeGreaterThan(0)
    await close()
    expect(await containers()).toBe(0)
  }, 60_000)

  test('without an engine the error says how to get one', async () => {
    const error = await serveRehearsal({ progress, dockerHost: 'unix:///nowhere/docker.sock' }).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(StaggerError)
    expect((error as StaggerError).problems).toMatchObject([
      { code: 'no-docker-engine', fault: 'caller', fix: expect.stringContaining('npm run setup') },
    ])
  })
})
