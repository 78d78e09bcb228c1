import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { StaggerError } from '../../src/words.js'
import { createHollowDriver } from './hollow.js'
import { type Clients, clientsOf, createCart, followNewest, register, type Stage, setStage } from './stage.js'

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
const driver = createHollowDriver()
let rehearsal: Rehearsal
let clients: Clients
let stage: Stage

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, driver })
  clients = clientsOf(rehearsal.endpoint)
  stage = await setStage(clients)
})

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
  expect(driver.running()).toBe(0)
  expect(warnings).toEqual([])
})

const post = async (): Promise<string> =>
  (await fetch(stage.url, { method: 'POST', body: 'x', headers: { connection: 'close' } })).text()

const suffix = (arn: string | undefined): string => arn?.slice(arn.lastIndexOf('/') + 1) ?? ''

describe('a service, as a real client sees it', () => {
  test('is created, gets healthy, and answers at its load balancer', async () => {
    const service = await createCart(clients, stage, await register(clients, 'one'))
    expect(service).toMatchObject({ status: 'ACTIVE', desiredCount: 2, runningCount: 0 })
    expect(service?.deployments).toMatchObject([{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' }])
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
    expect(await post()).toBe('one')
    const health = await clients.elb.describeTargetHealth({ TargetGroupArn: stage.targetGroup })
    expect(health.TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.State)).toEqual([
      'healthy',
      'healthy',
    ])
  }, 30_000)

  test('moves to a new task definition: the answer names the deployment that does it', async () => {
    const taskDefinition = await register(clients, 'two')
    const { service } = await clients.ecs.updateService({ cluster: 'demo', service: 'cart', taskDefinition })
    const primary = service?.deployments?.find(({ status }) => status === 'PRIMARY')
    expect(primary?.id).toMatch(/^ecs-svc\/\d+$/)
    const deployment = await followNewest(clients)
    expect(deployment).toMatchObject({
      status: 'SUCCESSFUL',
      targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
      sourceServiceRevisions: [{ requestedTaskCount: 0, runningTaskCount: 0 }],
      deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
    })
    expect(suffix(deployment.targetServiceRevision?.arn)).toBe(suffix(primary?.id))
    expect(deployment.createdAt).toBeInstanceOf(Date)
    expect(await post()).toBe('two')
  }, 30_000)

  test('the same values start nothing, forceNewDeployment does', async () => {
    const count = async () =>
      (await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })).serviceDeployments
        ?.length
    const described = await clients.ecs.describeServices({ cluster: 'demo', services: ['cart'] })
    const taskDefinition = described.services?.[0]?.taskDefinition
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', taskDefinition })
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', desiredCount: 2 })
    expect(await count()).toBe(2)
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', forceNewDeployment: true })
    expect(await count()).toBe(3)
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
  }, 30_000)

  test('one that never gets healthy is rolled back; tasks, reasons and logs tell why', async () => {
    const taskDefinition = await register(clients, 'sick')
    const { service } = await clients.ecs.updateService({ cluster: 'demo', service: 'cart', taskDefinition })
    const startedBy = service?.deployments?.[0]?.id
    const deployment = await followNewest(clients)
    expect(deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 },
    })
    expect(deployment.rollback?.startedAt).toBeInstanceOf(Date)
    expect(await post()).toBe('two')
    const { taskArns = [] } = await clients.ecs.listTasks({
      cluster: 'demo',
      serviceName: 'cart',
      desiredStatus: 'STOPPED',
    })
    const { tasks = [] } = await clients.ecs.describeTasks({ cluster: 'demo', tasks: taskArns })
    const mine = tasks.filter((task) => task.startedBy === startedBy)
    expect(mine[0]).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Task failed ELB health checks in (target-group ${stage.targetGroup})`,
    })
    const logStreamName = `cart/app/${suffix(mine[0]?.taskArn)}`
    const { events } = await clients.logs.getLogEvents({ logGroupName: '/demo/cart', logStreamName })
    expect(events?.map(({ message }) => message)).toEqual(['serving sick'])
  }, 60_000)

  test('a deployment that was stopped goes back', async () => {
    const taskDefinition = await register(clients, 'three')
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', taskDefinition })
    const listed = await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })
    const serviceDeploymentArn = listed.serviceDeployments?.[0]?.serviceDeploymentArn
    await clients.ecs.stopServiceDeployment({ serviceDeploymentArn, stopType: 'ROLLBACK' })
    expect((await followNewest(clients)).status).toBe('ROLLBACK_SUCCESSFUL')
    await expect(clients.ecs.stopServiceDeployment({ serviceDeploymentArn })).rejects.toMatchObject({
      name: 'ConflictException',
    })
    expect(await post()).toBe('two')
  }, 30_000)
})

test('a port that is taken: the error names it', async () => {
  const port = Number(new URL(rehearsal.endpoint).port)
  const error = await serveRehearsal({ progress, driver: createHollowDriver(), port }).catch(
    (reason: unknown) => reason,
  )
  expect((error as StaggerError).problems).toMatchObject([
    { code: 'port-not-free', fault: 'caller', problem: expect.stringContaining(String(port)) },
  ])
})
