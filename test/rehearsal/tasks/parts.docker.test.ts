import { randomUUID } from 'node:crypto'
import type { ContainerDefinition, Task } from '@aws-sdk/client-ecs'
import { SecretsManager } from '@aws-sdk/client-secrets-manager'
import { SSM } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { bridged, type Clients, clientsOf, definition } from '../stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
const family = `stagger-test-${randomUUID()}`
let rehearsal: Rehearsal
let clients: Clients
let ssm: SSM
let secrets: SecretsManager

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress })
  clients = clientsOf(rehearsal.endpoint)
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const settings = { endpoint: rehearsal.endpoint, region: 'eu-central-1', credentials }
  ssm = new SSM(settings)
  secrets = new SecretsManager(settings)
  await clients.ecs.createCluster({ clusterName: 'demo' })
  await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
})

afterAll(async () => {
  for (const client of [clients, ssm, secrets]) client.destroy()
  await rehearsal.close()
})

const script = (text: string): Partial<ContainerDefinition> => ({
  command: ['node', '-e', text],
  stopTimeout: 2,
})

/** A container like the first of `definition`, without its port. */
const container = (name: string, change: Partial<ContainerDefinition>): ContainerDefinition => ({
  ...definition('one').containerDefinitions?.[0],
  portMappings: [],
  name,
  ...change,
})

const run = async (containerDefinitions: ContainerDefinition[], overrides = {}): Promise<string> => {
  await clients.ecs.registerTaskDefinition({
    ...definition('one'),
    family,
    executionRoleArn: 'arn:aws:iam::000000000000:role/execution',
    containerDefinitions,
  })
  const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-a'] } }
  const asked = { cluster: 'demo', taskDefinition: family, networkConfiguration, overrides }
  const { tasks } = await clients.ecs.runTask({ ...asked, launchType: 'FARGATE', startedBy: 'a test' })
  return tasks?.[0]?.taskArn ?? ''
}

const task = async (arn: string): Promise<Task> =>
  (await clients.ecs.describeTasks({ cluster: 'demo', tasks: [arn] })).tasks?.[0] ?? {}

const until = async (arn: string, status: string): Promise<Task> => {
  for (;;) {
    const seen = await task(arn)
    if (seen.lastStatus === status) return seen
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const log = async (arn: string, name = 'app'): Promise<(string | undefined)[]> => {
  const logStreamName = `cart/${name}/${arn.split('/').pop()}`
  const { events } = await clients.logs.getLogEvents({ logGroupName: '/demo/cart', logStreamName })
  return (events ?? []).map(({ message }) => message)
}

describe('one task, in real containers', () => {
  test('has its secrets, and what RunTask puts over its definition', async () => {
    await ssm.putParameter({ Name: '/shop/key', Value: 'from ssm', Type: 'SecureString' })
    const { ARN } = await secrets.createSecret({ Name: 'db', SecretString: '{"user":"from asm"}' })
    const arn = await run(
      [
        container('app', {
          ...script(
            'console.log(process.env.KEY, process.env.USER_NAME, process.env.EXTRA); process.exit(7)',
          ),
          secrets: [
            { name: 'KEY', valueFrom: '/shop/key' },
            { name: 'USER_NAME', valueFrom: `${ARN}:user::` },
          ],
        }),
      ],
      { containerOverrides: [{ name: 'app', environment: [{ name: 'EXTRA', value: 'over' }] }] },
    )
    expect(await until(arn, 'STOPPED')).toMatchObject({
      startedBy: 'a test',
      group: `family:${family}`,
      stopCode: 'EssentialContainerExited',
      containers: [{ name: 'app', exitCode: 7 }],
    })
    expect(await log(arn)).toEqual(['from ssm from asm over'])
  }, 60_000)

  test('starts its containers in the order of what they depend on', async () => {
    const arn = await run([
      container('app', {
        ...script(`fetch('http://127.0.0.1:9000/').then((r) => r.text()).then(console.log)`),
        dependsOn: [
          { containerName: 'migrate', condition: 'SUCCESS' },
          { containerName: 'proxy', condition: 'HEALTHY' },
        ],
      }),
      container('migrate', { ...script(`setTimeout(() => console.log('migrated'), 500)`), essential: false }),
      container('proxy', {
        ...script(`require('http').createServer((q, r) => r.end('proxied')).listen(9000)`),
        essential: false,
        healthCheck: {
          command: [
            'CMD',
            'node',
            '-e',
            `fetch('http://127.0.0.1:9000/').then((r) => process.exit(r.ok ? 0 : 1))`,
          ],
          interval: 5,
        },
        dependsOn: [{ containerName: 'migrate', condition: 'COMPLETE' }],
      }),
    ])
    const stopped = await until(arn, 'STOPPED')
    expect(stopped.containers?.find(({ name }) => name === 'app')).toMatchObject({ exitCode: 0 })
    expect([await log(arn), await log(arn, 'migrate')]).toEqual([['proxied'], ['migrated']])
  }, 60_000)

  test('does not start where what it depends on failed', async () => {
    const arn = await run([
      container('app', { ...script(''), dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }] }),
      container('migrate', { ...script('process.exit(1)'), essential: false }),
    ])
    expect(await until(arn, 'STOPPED')).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(/\[migrate\] for target \[app\].*did not exit successfully/),
    })
  }, 60_000)

  test('in bridge finds those that it is linked to under their names', async () => {
    const asks = `fetch('http://web:9000/').then((r) => r.text()).then(console.log, console.error)`
    const containerDefinitions = [
      container('app', { ...script(`setTimeout(() => ${asks}, 500)`), links: ['proxy:web'] }),
      container('proxy', {
        ...script(`require('http').createServer((q, r) => r.end('linked')).listen(9000)`),
        essential: false,
      }),
    ]
    await clients.ecs.registerTaskDefinition({ ...bridged(definition('one')), family, containerDefinitions })
    const { tasks } = await clients.ecs.runTask({ cluster: 'demo', taskDefinition: family })
    const arn = tasks?.[0]?.taskArn ?? ''
    await until(arn, 'STOPPED')
    expect(await log(arn)).toEqual(['linked'])
  }, 60_000)

  test('is stopped when asked, and tells who asked', async () => {
    const arn = await run([container('app', script('setInterval(() => {}, 1000)'))])
    await until(arn, 'RUNNING')
    await clients.ecs.stopTask({ cluster: 'demo', task: arn, reason: 'enough' })
    expect(await until(arn, 'STOPPED')).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'enough' })
  }, 60_000)
})
