import type { RunTaskCommandInput, Task } from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { overridden } from '../../src/rehearsal/tasks/lone.js'
import { type Clients, clientsOf, createCart, definition, followNewest, register, setStage } from './stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
let rehearsal: Rehearsal
let clients: Clients

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  clients = clientsOf(rehearsal.endpoint)
  await createCart(clients, await setStage(clients), await register(clients, 'one'))
  await clients.ecs.registerTaskDefinition({
    ...definition('one', { environment: [{ name: 'HOLLOW', value: 'exit:3' }] }),
    family: 'ends',
    tags: [{ key: 'team', value: 'cart' }],
  })
  await followNewest(clients)
}, 30_000)

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
})

const run = async (change: Partial<RunTaskCommandInput> = {}) =>
  (
    await clients.ecs.runTask({
      cluster: 'demo',
      taskDefinition: 'ends',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      ...change,
    })
  ).tasks ?? []

const describeTask = async ({ taskArn = '' }: Task): Promise<Task> =>
  (await clients.ecs.describeTasks({ cluster: 'demo', tasks: [taskArn], include: ['TAGS'] })).tasks?.[0] ?? {}

const until = async (task: Task, status: string): Promise<Task> => {
  for (;;) {
    const seen = await describeTask(task)
    if (seen.lastStatus === status) return seen
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const list = async (change: object): Promise<string[]> =>
  (await clients.ecs.listTasks({ cluster: 'demo', ...change })).taskArns ?? []

describe('RunTask', () => {
  test('starts as many as it is asked for; each tells its exit code', async () => {
    const tasks = await run({ count: 3, startedBy: 'me', propagateTags: 'TASK_DEFINITION' })
    expect(tasks).toHaveLength(3)
    const [first = {}] = tasks
    expect(await until(first, 'STOPPED')).toMatchObject({
      group: 'family:ends',
      startedBy: 'me',
      stopCode: 'EssentialContainerExited',
      containers: [{ name: 'app', exitCode: 3 }],
      tags: [{ key: 'team', value: 'cart' }],
    })
    for (const task of tasks) await until(task, 'STOPPED')
    const arns = tasks.map(({ taskArn = '' }) => taskArn)
    expect((await list({ startedBy: 'me', desiredStatus: 'STOPPED' })).toSorted()).toEqual(arns.toSorted())
    expect(await list({ startedBy: 'me' })).toEqual([])
  })

  test('with the same token starts nothing twice', async () => {
    const clientToken = 'once'
    const [one, two] = [await run({ clientToken }), await run({ clientToken })]
    expect(two.map(({ taskArn }) => taskArn)).toEqual(one.map(({ taskArn }) => taskArn))
  })

  test('takes overrides', async () => {
    const environment = [{ name: 'HOLLOW', value: 'exit:5' }]
    const overrides = { containerOverrides: [{ name: 'app', environment }] }
    const [task = {}] = await run({ overrides })
    expect(await until(task, 'STOPPED')).toMatchObject({ overrides, containers: [{ exitCode: 5 }] })
  })

  test.each<[string, Partial<RunTaskCommandInput>, RegExp]>([
    ['eleven', { count: 11 }, /count 11 must be a whole number from 1 to 10/],
    ['no network', { networkConfiguration: undefined }, /Network Configuration must be provided/],
    ['no definition', { taskDefinition: 'nope' }, /TaskDefinition not found/],
    [
      'another container',
      { overrides: { containerOverrides: [{ name: 'x' }] } },
      /container named x is not a container/,
    ],
    [
      'a capacity provider',
      { capacityProviderStrategy: [{ capacityProvider: 'x' }] },
      /capacityProviderStrategy/,
    ],
    ['a long name', { startedBy: 'x'.repeat(129) }, /129 characters/],
  ])('refuses %s', async (_, change, message) => {
    await expect(run(change)).rejects.toThrow(message)
  })
})

describe('StopTask', () => {
  test('stops one that runs, and tells who asked', async () => {
    const [task = {}] = await run({ taskDefinition: 'cart' })
    await until(task, 'RUNNING')
    await clients.ecs.stopTask({ cluster: 'demo', task: task.taskArn, reason: 'enough' })
    expect(await until(task, 'STOPPED')).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'enough' })
  })

  test('stops one of a service, which replaces it and counts no failure', async () => {
    const [victim = ''] = await list({ serviceName: 'cart' })
    await clients.ecs.stopTask({ cluster: 'demo', task: victim })
    expect(await until({ taskArn: victim }, 'STOPPED')).toMatchObject({ stopCode: 'UserInitiated' })
    while ((await list({ serviceName: 'cart' })).length < 2);
    const { services } = await clients.ecs.describeServices({ cluster: 'demo', services: ['cart'] })
    expect(services?.[0]?.deployments).toMatchObject([{ failedTasks: 0, rolloutState: 'COMPLETED' }])
  })

  test('refuses one that is not there', async () => {
    await expect(clients.ecs.stopTask({ cluster: 'demo', task: 'nope' })).rejects.toThrow(/was not found/)
  })
})

test('an override replaces the command and adds to the environment, of its container only', () => {
  const containers = [
    {
      name: 'app',
      command: ['serve'],
      environment: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    },
    { name: 'side', command: ['watch'] },
  ]
  const override = { name: 'app', command: ['migrate'], environment: [{ name: 'B', value: '3' }] }
  expect(overridden({ containerDefinitions: containers }, { containerOverrides: [override] })).toEqual({
    containerDefinitions: [
      {
        name: 'app',
        command: ['migrate'],
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '3' },
        ],
      },
      { name: 'side', command: ['watch'] },
    ],
  })
})
