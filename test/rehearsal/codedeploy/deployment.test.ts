import {
  CodeDeploy,
  type CreateDeploymentGroupCommandInput,
  type DeploymentInfo,
} from '@aws-sdk/client-codedeploy'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { bridged, type Clients, clientsOf, definition, register, type Stage, setStage } from '../stage.js'

jest.setTimeout(60_000)

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
let rehearsal: Rehearsal
let clients: Clients
let deploying: CodeDeploy
let stage: Stage
let listener: string

const createService = async (): Promise<void> => {
  await clients.ecs.createService({
    cluster: 'demo',
    serviceName: 'cart',
    taskDefinition: await register(clients, 'one'),
    desiredCount: 2,
    deploymentController: { type: 'CODE_DEPLOY' },
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    loadBalancers: [{ targetGroupArn: stage.targetGroup, containerName: 'app', containerPort: 8080 }],
  })
}

const green = async (): Promise<string> => {
  const made = await clients.elb.createTargetGroup({
    Name: 'green',
    Protocol: 'HTTP',
    Port: 8080,
    VpcId: 'vpc-1',
    TargetType: 'ip',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 5,
    HealthCheckTimeoutSeconds: 2,
  })
  const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? ''
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '1' }]
  await clients.elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes })
  return TargetGroupArn
}

const createGroup = (deploymentGroupName: string, change: Partial<CreateDeploymentGroupCommandInput> = {}) =>
  deploying.createDeploymentGroup({
    applicationName: 'shop',
    deploymentGroupName,
    serviceRoleArn: 'arn:aws:iam::000000000000:role/codedeploy',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
    },
    ecsServices: [{ clusterName: 'demo', serviceName: 'cart' }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'cart' }, { name: 'green' }],
          prodTrafficRoute: { listenerArns: [listener] },
        },
      ],
    },
    ...change,
  })

beforeAll(async () => {
  // The minutes between two steps pass as fast as they can.
  const pace = { kind: 'speed', times: 1000 } as const
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow', pace, requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  deploying = new CodeDeploy({
    endpoint: rehearsal.endpoint,
    region: 'eu-central-1',
    credentials,
    maxAttempts: 1,
  })
  stage = await setStage(clients)
  await green()
  const described = await clients.elb.describeListeners({ LoadBalancerArn: stage.loadBalancer })
  listener = described.Listeners?.[0]?.ListenerArn ?? ''
  await createService()
  await deploying.createApplication({ applicationName: 'shop', computePlatform: 'ECS' })
  await createGroup('cart')
  while ((await tasks()).runningCount !== 2 || (await ask()) !== 'one');
  await steady()
})

afterAll(async () => {
  clients.destroy()
  deploying.destroy()
  await rehearsal.close()
  expect(warnings).toEqual([])
})

const tasks = async () =>
  (await clients.ecs.describeServices({ cluster: 'demo', services: ['cart'] })).services?.[0] ?? {}
const ask = async (): Promise<string> =>
  (await fetch(stage.url, { method: 'POST', headers: { connection: 'close' } })).text()

const steady = async (): Promise<void> => {
  while (!(await tasks()).events?.some(({ message }) => /steady state/.test(message ?? '')));
}

const revision = (taskDefinition: string) => ({
  revisionType: 'AppSpecContent' as const,
  appSpecContent: {
    content: JSON.stringify({
      version: 0,
      Resources: [
        {
          TargetService: {
            Type: 'AWS::ECS::Service',
            Properties: {
              TaskDefinition: taskDefinition,
              LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
            },
          },
        },
      ],
    }),
  },
})

const deploy = async (version: string, change: object = {}): Promise<string> => {
  const made = await deploying.createDeployment({
    applicationName: 'shop',
    deploymentGroupName: 'cart',
    revision: revision(await register(clients, version)),
    ...change,
  })
  return made.deploymentId ?? ''
}

const get = async (deploymentId: string): Promise<DeploymentInfo> =>
  (await deploying.getDeployment({ deploymentId })).deploymentInfo ?? {}

const until = async (id: string, ...wanted: string[]): Promise<DeploymentInfo> => {
  for (;;) {
    const info = await get(id)
    if (wanted.includes(info.status ?? '')) return info
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const target = async (deploymentId: string) => {
  const targetId = 'demo:cart'
  return (await deploying.getDeploymentTarget({ deploymentId, targetId })).deploymentTarget?.ecsTarget
}

describe('a deployment of CodeDeploy', () => {
  test('moves all traffic at once, and tells its events', async () => {
    const id = await deploy('two')
    expect(id).toMatch(/^d-[A-Z0-9]{9}$/)
    await expect(deploy('three')).rejects.toMatchObject({ name: 'DeploymentLimitExceededException' })
    expect(await until(id, 'Succeeded', 'Failed')).toMatchObject({
      status: 'Succeeded',
      computePlatform: 'ECS',
    })
    expect(await ask()).toBe('two')
    expect(await target(id)).toMatchObject({
      status: 'Succeeded',
      lifecycleEvents: [
        'BeforeInstall',
        'Install',
        'AfterInstall',
        'BeforeAllowTraffic',
        'AllowTraffic',
        'AfterAllowTraffic',
      ].map((lifecycleEventName) => ({ lifecycleEventName, status: 'Succeeded' })),
    })
    expect(
      (await deploying.listDeployments({ applicationName: 'shop', deploymentGroupName: 'cart' })).deployments,
    ).toEqual([id])
    expect(await tasks()).toMatchObject({
      deploymentController: { type: 'CODE_DEPLOY' },
      deployments: [],
      taskSets: [{ status: 'PRIMARY', runningCount: 2, stabilityStatus: 'STEADY_STATE' }],
    })
  })

  test('by a canary: a tenth first, and the weights on the listener tell', async () => {
    const seen = new Set<string>()
    const id = await deploy('three', { deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes' })
    for (;;) {
      const { status } = await get(id)
      const { Rules } = await clients.elb.describeRules({ ListenerArn: listener })
      const weights = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups?.map(({ Weight }) => Weight)
      seen.add((weights ?? []).toSorted((a = 0, b = 0) => a - b).join('/'))
      if (status === 'Succeeded') break
      expect(status).toMatch(/^(Created|InProgress)$/)
    }
    expect([...seen]).toEqual(expect.arrayContaining(['0/100', '10/90']))
    expect(await ask()).toBe('three')
  })

  test('waits to be continued where the group says so, and can be stopped', async () => {
    await deploying.deleteDeploymentGroup({ applicationName: 'shop', deploymentGroupName: 'cart' })
    await createGroup('cart', {
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 },
        terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 0 },
      },
    })
    const first = await deploy('four')
    await until(first, 'Ready')
    expect((await target(first))?.taskSetsInfo).toMatchObject([
      { taskSetLabel: 'Blue', trafficWeight: 100, status: 'PRIMARY' },
      { taskSetLabel: 'Green', trafficWeight: 0, status: 'ACTIVE' },
    ])
    expect(await ask()).toBe('three')
    await deploying.continueDeployment({ deploymentId: first, deploymentWaitType: 'READY_WAIT' })
    await until(first, 'Succeeded')
    const second = await deploy('five')
    await until(second, 'Ready')
    await deploying.stopDeployment({ deploymentId: second, autoRollbackEnabled: true })
    await until(second, 'Stopped')
    // It is stopped at once, and rolled back a moment later.
    let back: string | undefined
    while (!back) back = (await get(second)).rollbackInfo?.rollbackDeploymentId
    expect(back).toMatch(/^d-[A-Z0-9]{9}$/)
    expect(await until(back, 'Succeeded')).toMatchObject({
      creator: 'codeDeployRollback',
      rollbackInfo: { rollbackTriggeringDeploymentId: second },
    })
    const { deployments } = await deploying.listDeployments({
      applicationName: 'shop',
      deploymentGroupName: 'cart',
    })
    expect(deployments?.slice(0, 2)).toEqual([back, second])
    while ((await tasks()).taskSets?.length !== 1);
    expect((await tasks()).taskSets?.[0]).toMatchObject({ externalId: first, startedBy: 'CODE_DEPLOY' })
    expect(await ask()).toBe('four')
    await expect(deploying.continueDeployment({ deploymentId: second })).rejects.toMatchObject({
      name: 'DeploymentIsNotInReadyStateException',
    })
  })
})

describe("a configuration of one's own", () => {
  const deploymentConfigName = 'ECSCanary50Percent1Minutes'
  const canary = { canaryPercentage: 50, canaryInterval: 1 }
  const make = (change: object) =>
    deploying.createDeploymentConfig({
      deploymentConfigName,
      computePlatform: 'ECS',
      trafficRoutingConfig: { type: 'TimeBasedCanary', timeBasedCanary: canary },
      ...change,
    })

  test('is made, taken, and not deleted while a group has it', async () => {
    await make({})
    const { deploymentConfigInfo } = await deploying.getDeploymentConfig({ deploymentConfigName })
    expect(deploymentConfigInfo).toMatchObject({ trafficRoutingConfig: { timeBasedCanary: canary } })
    expect((await deploying.listDeploymentConfigs({})).deploymentConfigsList).toContain(deploymentConfigName)
    await expect(make({})).rejects.toMatchObject({ name: 'DeploymentConfigAlreadyExistsException' })
    await deploying.deleteDeploymentConfig({ deploymentConfigName })
    await expect(deploying.getDeploymentConfig({ deploymentConfigName })).rejects.toMatchObject({
      name: 'DeploymentConfigDoesNotExistException',
    })
  })

  test.each<[string, object, string]>([
    ['another platform', { computePlatform: 'Lambda' }, 'InvalidComputePlatformException'],
    [
      'a name of AWS',
      { deploymentConfigName: 'CodeDeployDefault.Mine' },
      'InvalidDeploymentConfigNameException',
    ],
    [
      'everything at once, as a share',
      {
        trafficRoutingConfig: {
          type: 'TimeBasedCanary',
          timeBasedCanary: { canaryPercentage: 100, canaryInterval: 1 },
        },
      },
      'InvalidTrafficRoutingConfigurationException',
    ],
    [
      'no time between',
      {
        trafficRoutingConfig: {
          type: 'TimeBasedLinear',
          timeBasedLinear: { linearPercentage: 10, linearInterval: 0 },
        },
      },
      'InvalidTrafficRoutingConfigurationException',
    ],
  ])('is refused with %s', async (_, change, name) => {
    await expect(make(change)).rejects.toMatchObject({ name })
  })
})

describe('what is refused', () => {
  test('UpdateService does not deploy what CodeDeploy deploys', async () => {
    const where = { cluster: 'demo', service: 'cart' }
    await expect(clients.ecs.updateService({ ...where, taskDefinition: 'cart' })).rejects.toThrow(
      /Unable to update task definition on services with a CODE_DEPLOY deployment controller/,
    )
    await expect(clients.ecs.updateService({ ...where, forceNewDeployment: true })).rejects.toThrow(
      /Cannot force/,
    )
    await clients.ecs.updateService({ ...where, desiredCount: 1 })
  })

  test.each<[string, Partial<CreateDeploymentGroupCommandInput>, string]>([
    ['a service twice', {}, 'ECSServiceMappingLimitExceededException'],
    ['in place', { deploymentStyle: { deploymentType: 'IN_PLACE' } }, 'InvalidDeploymentStyleException'],
    [
      'no times',
      { blueGreenDeploymentConfiguration: undefined },
      'InvalidBlueGreenDeploymentConfigurationException',
    ],
    ['no pair', { loadBalancerInfo: {} }, 'InvalidTargetGroupPairException'],
    [
      'a service that is not there',
      { ecsServices: [{ clusterName: 'demo', serviceName: 'x' }] },
      'InvalidECSServiceException',
    ],
    [
      'a configuration that is not there',
      { deploymentConfigName: 'mine' },
      'DeploymentConfigDoesNotExistException',
    ],
  ])('%s', async (_, change, name) => {
    await expect(createGroup('other', change)).rejects.toMatchObject({ name })
  })

  test('a task definition whose network mode is not that of the service', async () => {
    const bridge = { ...bridged(definition('six')), family: 'bridge' }
    const { taskDefinition } = await clients.ecs.registerTaskDefinition(bridge)
    const asked = { revision: revision(taskDefinition?.taskDefinitionArn ?? '') }
    await expect(deploy('six', asked)).rejects.toMatchObject({
      name: 'InvalidRevisionException',
      message: expect.stringContaining('network mode bridge'),
    })
  })

  test('what is not there', async () => {
    await expect(get('d-NOPE')).rejects.toMatchObject({ name: 'DeploymentDoesNotExistException' })
    await expect(deploy('six', { deploymentGroupName: 'x' })).rejects.toMatchObject({
      name: 'DeploymentGroupDoesNotExistException',
    })
    await expect(deploy('six', { revision: revision('nope') })).rejects.toMatchObject({
      name: 'InvalidRevisionException',
    })
  })
})
