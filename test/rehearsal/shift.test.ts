import type { DeploymentConfiguration, ServiceDeployment } from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { createHollowDriver } from './hollow.js'
import { type Clients, clientsOf, followNewest, register } from './stage.js'

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
const driver = createHollowDriver()
let rehearsal: Rehearsal
let clients: Clients
let address: string
let blue: string
let green: string
let production: string
let testing: string

const group = async (Name: string): Promise<string> => {
  const made = await clients.elb.createTargetGroup({
    Name,
    Protocol: 'HTTP',
    Port: 8080,
    VpcId: 'vpc-1',
    TargetType: 'ip',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 5,
    HealthCheckTimeoutSeconds: 2,
  })
  return made.TargetGroups?.[0]?.TargetGroupArn ?? ''
}

/** A listener that names both groups, and the ARN of its default rule. */
const rule = async (LoadBalancerArn: string | undefined, Port: number): Promise<string> => {
  const weights = [
    { TargetGroupArn: blue, Weight: 1 },
    { TargetGroupArn: green, Weight: 0 },
  ]
  const DefaultActions = [{ Type: 'forward' as const, ForwardConfig: { TargetGroups: weights } }]
  const made = await clients.elb.createListener({ LoadBalancerArn, Protocol: 'HTTP', Port, DefaultActions })
  const rules = await clients.elb.describeRules({ ListenerArn: made.Listeners?.[0]?.ListenerArn })
  return rules.Rules?.[0]?.RuleArn ?? ''
}

const BLUE_GREEN: DeploymentConfiguration = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 }

const createService = async (): Promise<void> => {
  await clients.ecs.createService({
    cluster: 'demo',
    serviceName: 'cart',
    taskDefinition: await register(clients, 'one'),
    desiredCount: 2,
    launchType: 'FARGATE',
    deploymentConfiguration: BLUE_GREEN,
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    loadBalancers: [
      {
        targetGroupArn: blue,
        containerName: 'app',
        containerPort: 8080,
        advancedConfiguration: {
          alternateTargetGroupArn: green,
          productionListenerRule: production,
          testListenerRule: testing,
          roleArn: 'arn:aws:iam::000000000000:role/ecs',
        },
      },
    ],
  })
}

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, driver })
  clients = clientsOf(rehearsal.endpoint)
  await clients.ecs.createCluster({ clusterName: 'demo' })
  await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
  const made = await clients.elb.createLoadBalancer({ Name: 'demo', Subnets: ['subnet-a', 'subnet-b'] })
  const balancer = made.LoadBalancers?.[0]
  address = balancer?.DNSName ?? ''
  ;[blue, green] = [await group('blue'), await group('green')]
  production = await rule(balancer?.LoadBalancerArn, 8080)
  testing = await rule(balancer?.LoadBalancerArn, 8081)
  await createService()
  await followNewest(clients)
}, 60_000)

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
  expect(driver.running()).toBe(0)
  expect(warnings).toEqual([])
})

const ask = async (port: number): Promise<string> => {
  const answer = await fetch(`http://${address}:${port}/`, {
    method: 'POST',
    headers: { connection: 'close' },
  })
  return answer.ok ? answer.text() : `failed with ${answer.status}`
}
const asks = async (many: number, port = 8080): Promise<string[]> => {
  const told: string[] = []
  for (let count = 0; count < many; count += 1) told.push(await ask(port))
  return told
}
const count = (told: readonly string[], one: string): number => told.filter((text) => text === one).length

const weights = async (arn: string): Promise<(number | undefined)[]> => {
  const { Rules } = await clients.elb.describeRules({ RuleArns: [arn] })
  const tuples = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? []
  return [blue, green].map((arn) => tuples.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight)
}

const update = async (version: string, deploymentConfiguration: DeploymentConfiguration): Promise<void> => {
  const taskDefinition = await register(clients, version)
  await clients.ecs.updateService({
    cluster: 'demo',
    service: 'cart',
    taskDefinition,
    deploymentConfiguration,
  })
}

const newest = async (): Promise<ServiceDeployment> => {
  const { serviceDeployments } = await clients.ecs.listServiceDeployments({
    cluster: 'demo',
    service: 'cart',
  })
  const arns = [serviceDeployments?.[0]?.serviceDeploymentArn ?? '']
  const found = await clients.ecs.describeServiceDeployments({ serviceDeploymentArns: arns })
  return found.serviceDeployments?.[0] as ServiceDeployment
}

const untilPaused = async (): Promise<ServiceDeployment> => {
  for (;;) {
    const deployment = await newest()
    if (deployment.lifecycleHookDetails?.some(({ status }) => status === 'AWAITING_ACTION')) return deployment
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const proceed = (
  { serviceDeploymentArn, lifecycleHookDetails }: ServiceDeployment,
  action: 'CONTINUE' | 'ROLLBACK',
) =>
  clients.ecs.continueServiceDeployment({
    serviceDeploymentArn,
    hookId: lifecycleHookDetails?.[0]?.hookId,
    action,
  })

/** Asks all the time, until told to stop, and tells what it got. */
const underLoad = async (work: () => Promise<void>): Promise<readonly string[]> => {
  let over = false
  const told: string[] = []
  const load = (async () => {
    while (!over) told.push(await ask(8080))
  })()
  await work()
  over = true
  await load
  return told
}

describe('traffic, as a real client sees it', () => {
  test('BLUE_GREEN: the new version is tested, then has everything; no request is lost', async () => {
    const lifecycleHooks = [
      { targetType: 'PAUSE' as const, lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT' as const] },
    ]
    const told = await underLoad(async () => {
      await update('two', { ...BLUE_GREEN, lifecycleHooks })
      const paused = await untilPaused()
      expect(paused).toMatchObject({
        status: 'IN_PROGRESS',
        lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
        targetServiceRevision: { requestedProductionTrafficWeight: 0, requestedTestTrafficWeight: 100 },
        lifecycleHookDetails: [{ targetType: 'PAUSE', timeoutAction: 'ROLLBACK' }],
      })
      expect(await asks(4, 8081)).toEqual(Array(4).fill('two'))
      expect(await asks(4)).toEqual(Array(4).fill('one'))
      await proceed(paused, 'CONTINUE')
      expect(await followNewest(clients)).toMatchObject({ status: 'SUCCESSFUL', lifecycleStage: 'CLEAN_UP' })
    })
    expect(await asks(4)).toEqual(Array(4).fill('two'))
    expect([...new Set(told)].toSorted()).toEqual(['one', 'two'])
    expect(await weights(production)).toEqual([0, 100])
    const revision = (await newest()).targetServiceRevision?.arn ?? ''
    const described = await clients.ecs.describeServiceRevisions({ serviceRevisionArns: [revision] })
    expect(described.serviceRevisions?.[0]?.resolvedConfiguration?.loadBalancers).toEqual([
      { targetGroupArn: green, productionListenerRule: production },
    ])
  }, 60_000)

  test('LINEAR: each step has its share to the request, and the way back loses none', async () => {
    const told = await underLoad(async () => {
      await update('three', {
        strategy: 'LINEAR',
        linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 0 },
        lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] }],
      })
      const first = await untilPaused()
      await proceed(first, 'CONTINUE')
      const second = await untilPaused()
      expect(second.lifecycleHookDetails?.[0]?.hookId).not.toBe(first.lifecycleHookDetails?.[0]?.hookId)
      expect(await weights(production)).toEqual([30, 70])
      await proceed(second, 'ROLLBACK')
      expect(await followNewest(clients)).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: 'Service deployment rolled back because of a ContinueServiceDeployment request.',
      })
    })
    expect([...new Set(told)].toSorted()).toEqual(['three', 'two'])
    expect(await asks(4)).toEqual(Array(4).fill('two'))
    expect(await weights(production)).toEqual([0, 100])
  }, 60_000)

  test('CANARY: of each hundred requests as many as asked, and it can be stopped', async () => {
    await update('four', {
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 60 },
      lifecycleHooks: [],
    })
    while ((await weights(production))[0] !== 5) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(Math.abs(count(await asks(100), 'four') - 5)).toBeLessThanOrEqual(1)
    const { serviceDeploymentArn, targetServiceRevision } = await newest()
    expect(targetServiceRevision?.requestedProductionTrafficWeight).toBe(5)
    await clients.ecs.stopServiceDeployment({ serviceDeploymentArn, stopType: 'ROLLBACK' })
    expect((await followNewest(clients)).status).toBe('ROLLBACK_SUCCESSFUL')
    expect(count(await asks(20), 'two')).toBe(20)
  }, 60_000)

  test('rules that lost a group roll the deployment back', async () => {
    const { Rules } = await clients.elb.describeRules({ RuleArns: [production] })
    expect(Rules?.[0]?.IsDefault).toBe(true)
    const described = await clients.elb.describeListeners({
      LoadBalancerArn: (await clients.elb.describeLoadBalancers({})).LoadBalancers?.[0]?.LoadBalancerArn,
    })
    const listener = described.Listeners?.find(({ Port }) => Port === 8080)
    await clients.elb.modifyListener({
      ListenerArn: listener?.ListenerArn,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: green }],
    })
    await update('five', BLUE_GREEN)
    expect(await followNewest(clients)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: expect.stringContaining('Both targetGroup and alternateTargetGroup must be associated'),
    })
  }, 60_000)
})
