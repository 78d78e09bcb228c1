import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { type Clients, clientsOf, createCart, definition, register, type Stage, setStage } from '../stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
let rehearsal: Rehearsal
let clients: Clients
let stage: Stage
let listener: string

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  clients = clientsOf(rehearsal.endpoint)
  stage = await setStage(clients)
  await createCart(clients, stage, await register(clients, 'one'))
  const described = await clients.elb.describeListeners({ LoadBalancerArn: stage.loadBalancer })
  listener = described.Listeners?.[0]?.ListenerArn ?? ''
})

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
})

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `x${index}`)
const weigh = (Weight: number) =>
  clients.elb.modifyListener({
    ListenerArn: listener,
    DefaultActions: [
      { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: stage.targetGroup, Weight }] } },
    ],
  })
const inService = (change: object) =>
  clients.ecs.updateService({ cluster: 'demo', service: 'cart', ...change })
const create = (change: object) =>
  clients.ecs.createService({
    cluster: 'demo',
    serviceName: `s${Math.random().toString(36).slice(2)}`,
    taskDefinition: 'cart',
    desiredCount: 0,
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    ...change,
  })
const listed = (maxResults: number) =>
  clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart', maxResults })

/** Each number that is no field of a deployment configuration: what is taken, and what is refused by which words. */
const NUMBERS: readonly (readonly [
  string,
  (value: number) => Promise<unknown>,
  number[],
  number[],
  RegExp,
])[] = [
  ['a weight', weigh, [1, 0, 999], [-1, 1000, 1.5], /Weight '[-\d.]+' must be a whole number from 0 to 999/],
  ['maxResults', listed, [1, 100], [0, 101, 1.5], /maxResults [\d.]+ must be from 1 to 100/],
  [
    'services to describe',
    (count) => clients.ecs.describeServices({ cluster: 'demo', services: many(count) }),
    [1, 10],
    [0, 11],
    /cannot be empty|maximum of 10 services/,
  ],
  [
    'service deployments to describe',
    (count) => clients.ecs.describeServiceDeployments({ serviceDeploymentArns: many(count) }),
    [1, 20],
    [0, 21],
    /From 1 to 20 ARNs/,
  ],
  [
    'service revisions to describe',
    (count) => clients.ecs.describeServiceRevisions({ serviceRevisionArns: many(count) }),
    [1, 20],
    [0, 21],
    /From 1 to 20 ARNs/,
  ],
  [
    'tasks to describe',
    (count) => clients.ecs.describeTasks({ cluster: 'demo', tasks: many(count) }),
    [1, 100],
    [0, 101],
    /cannot be empty|maximum of 100 tasks/,
  ],
  [
    'desiredCount',
    (desiredCount) => inService({ desiredCount }),
    [0, 2],
    [-1, 1.5],
    /desiredCount [-\d.]+ must be/,
  ],
  [
    'clientToken',
    (length) => create({ clientToken: 'x'.repeat(length) }),
    [1, 36],
    [37],
    /at most 36 characters/,
  ],
  [
    'a page of load balancers',
    (PageSize) => clients.elb.describeLoadBalancers({ PageSize }),
    [1, 400],
    [0, 401, 1.5],
    /Page size '[\d.]+' must be a whole number from 1 to 400/,
  ],
  [
    'a drain',
    (seconds) =>
      clients.elb.modifyTargetGroupAttributes({
        TargetGroupArn: stage.targetGroup,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: String(seconds) }],
      }),
    [0, 3600],
    [-1, 3601, 1.5],
    /0 to 3600/,
  ],
]

describe.each(NUMBERS)('%s', (_, call, taken, refused, message) => {
  test.each(taken)('%s is taken', async (value) => {
    await call(value)
  })

  test.each(refused)('%s is refused', async (value) => {
    await expect(call(value)).rejects.toThrow(message)
  })
})

test('a task definition that is deregistered is shown, and nothing new is made of it', async () => {
  const made = await clients.ecs.registerTaskDefinition({ ...definition('one'), family: 'old' })
  const arn = made.taskDefinition?.taskDefinitionArn ?? ''
  await expect(clients.ecs.deregisterTaskDefinition({ taskDefinition: 'old' })).rejects.toThrow(
    /must have a revision/,
  )
  await create({ serviceName: 'old', taskDefinition: arn })
  const gone = await clients.ecs.deregisterTaskDefinition({ taskDefinition: arn })
  expect(gone.taskDefinition).toMatchObject({ status: 'INACTIVE', deregisteredAt: expect.any(Date) })
  await clients.ecs.updateService({ cluster: 'demo', service: 'old', desiredCount: 0 })
  await expect(create({ taskDefinition: arn })).rejects.toThrow(/is inactive/)
  await expect(create({ taskDefinition: 'old' })).rejects.toThrow(/not found/)
  const list = async (status?: 'ACTIVE' | 'INACTIVE') =>
    (await clients.ecs.listTaskDefinitions({ familyPrefix: 'old', status })).taskDefinitionArns
  expect([await list(), await list('INACTIVE')]).toEqual([[], [arn]])
  const families = async (status: 'ACTIVE' | 'INACTIVE' | 'ALL') =>
    (await clients.ecs.listTaskDefinitionFamilies({ status })).families
  expect([await families('ACTIVE'), await families('INACTIVE'), await families('ALL')]).toEqual([
    ['cart'],
    ['old'],
    ['cart', 'old'],
  ])
})
