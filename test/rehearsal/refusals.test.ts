import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { createHollowDriver } from './hollow.js'
import { bridged, type Clients, clientsOf, definition, register, type Stage, setStage } from './stage.js'

let rehearsal: Rehearsal
let clients: Clients
let stage: Stage

beforeAll(async () => {
  const progress = { say: () => {}, warn: () => {}, group: () => {} }
  rehearsal = await serveRehearsal({ progress, driver: createHollowDriver() })
  clients = clientsOf(rehearsal.endpoint)
  stage = await setStage(clients)
  await register(clients, 'one')
})

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
})

const network = { awsvpcConfiguration: { subnets: ['subnet-a'] } }
const create = (change: object) =>
  clients.ecs.createService({
    cluster: 'demo',
    serviceName: 'cart',
    taskDefinition: 'cart',
    desiredCount: 0,
    networkConfiguration: network,
    ...change,
  })
const bind = (change: object) => ({
  loadBalancers: [
    { targetGroupArn: stage.targetGroup, containerName: 'app', containerPort: 8080, ...change },
  ],
})
const registered = (change: object) => clients.ecs.registerTaskDefinition({ ...definition('x'), ...change })
const container = (change: object) => clients.ecs.registerTaskDefinition(definition('x', change))
const registeredBridge = async () => {
  const made = await clients.ecs.registerTaskDefinition({ ...bridged(definition('x')), family: 'bridged' })
  return made.taskDefinition?.taskDefinitionArn
}
const group = (change: object) =>
  clients.elb.createTargetGroup({
    Name: 'other',
    Protocol: 'HTTP',
    Port: 80,
    VpcId: 'vpc',
    TargetType: 'ip',
    ...change,
  })

type Case = readonly [string, () => Promise<unknown>, string, RegExp]

const CASES: readonly Case[] = [
  [
    'a cluster that is not there',
    () => clients.ecs.describeServices({ cluster: 'nope', services: ['x'] }),
    'ClusterNotFoundException',
    /Cluster not found/,
  ],
  [
    'a service that is not there',
    () => clients.ecs.updateService({ cluster: 'demo', service: 'nope' }),
    'ServiceNotFoundException',
    /Service not found/,
  ],
  [
    'a task definition that is not there',
    () => create({ taskDefinition: 'nope' }),
    'ClientException',
    /TaskDefinition not found/,
  ],
  [
    'no task definition',
    () => create({ taskDefinition: undefined }),
    'InvalidParameterException',
    /can not be blank/,
  ],
  [
    'a service name with a space',
    () => create({ serviceName: 'a b' }),
    'InvalidParameterException',
    /Service name/,
  ],
  [
    'no network',
    () => create({ networkConfiguration: undefined }),
    'InvalidParameterException',
    /Network Configuration must be provided/,
  ],
  [
    'percentages that block',
    () => create({ deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 100 } }),
    'InvalidParameterException',
    /will block deployments/,
  ],
  [
    'a hook that calls a function, where none can be called',
    () =>
      create({
        deploymentConfiguration: {
          strategy: 'CANARY',
          lifecycleHooks: [
            { hookTargetArn: 'arn:lambda', roleArn: 'arn:role', lifecycleStages: ['POST_SCALE_UP'] },
          ],
        },
      }),
    'UnsupportedFeatureException',
    /AWS_LAMBDA is played where the function has an address.*--lambda http:\/\/127\.0\.0\.1:3001/,
  ],
  [
    'a strategy that does not exist',
    () => create({ deploymentConfiguration: { strategy: 'SLOWLY' as never } }),
    'InvalidParameterException',
    /deploymentConfiguration\.strategy has the value "SLOWLY".*ROLLING/,
  ],
  [
    'a container that is not there',
    () => create(bind({ containerName: 'web' })),
    'InvalidParameterException',
    /The container web does not exist/,
  ],
  [
    'a port that is not there',
    () => create(bind({ containerPort: 81 })),
    'InvalidParameterException',
    /container port 81/,
  ],
  [
    'a target group that is not there',
    () => create(bind({ targetGroupArn: 'arn:nope' })),
    'InvalidParameterException',
    /target group does not exist/,
  ],
  ['a family with a dot', () => registered({ family: 'a.b' }), 'ClientException', /Family 'a\.b'/],
  ['no containers', () => registered({ containerDefinitions: [] }), 'ClientException', /Container list/],
  [
    'a container without an image',
    () => container({ image: undefined }),
    'ClientException',
    /Container\.image/,
  ],
  ['a container without a name', () => container({ name: undefined }), 'ClientException', /Container\.name/],
  [
    'an unknown log driver',
    () => container({ logConfiguration: { logDriver: 'paper' as never } }),
    'InvalidParameterException',
    /containerDefinitions\[0\]\.logConfiguration\.logDriver/,
  ],
  [
    'a deployment that is not there',
    () => clients.ecs.stopServiceDeployment({ serviceDeploymentArn: 'arn:x' }),
    'ServiceDeploymentNotFoundException',
    /not found/,
  ],
  [
    'an operation that is not played',
    () => clients.ecs.listAccountSettings({}),
    'UnknownOperationException',
    /ecs:ListAccountSettings/,
  ],
  [
    'a health check every second',
    () => group({ HealthCheckIntervalSeconds: 1 }),
    'ValidationError',
    /interval '1'/,
  ],
  ['a name that is taken', () => group({ Name: 'cart' }), 'DuplicateTargetGroupName', /cart/],
  [
    'a target group of functions',
    () => group({ TargetType: 'lambda' }),
    'ValidationError',
    /TargetType ip and instance only, not 'lambda'/,
  ],
  [
    'a network load balancer',
    () => clients.elb.createLoadBalancer({ Name: 'net', Type: 'network', Subnets: ['a', 'b'] }),
    'ValidationError',
    /application load balancers only, not 'network'/,
  ],
  ['a target group of one', () => group({ Protocol: 'TCP' }), 'ValidationError', /HTTP only, not 'TCP'/],
  [
    'a listener of one',
    () =>
      clients.elb.createListener({
        LoadBalancerArn: stage.loadBalancer,
        Protocol: 'TCP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: stage.targetGroup }],
        Port: 90,
      }),
    'ValidationError',
    /HTTP only, not 'TCP'/,
  ],
  [
    'Service Connect',
    () => create({ serviceConnectConfiguration: { enabled: true } }),
    'UnsupportedFeatureException',
    /does not play serviceConnectConfiguration/,
  ],
  [
    'the network mode host',
    () => registered({ networkMode: 'host', requiresCompatibilities: ['EC2'] }),
    'ClientException',
    /awsvpc and bridge only, not 'host'/,
  ],
  [
    'bridge on Fargate',
    () => registered({ networkMode: 'bridge' }),
    'ClientException',
    /Fargate only supports network mode/,
  ],
  [
    'bridge as a launch on Fargate',
    async () => create({ taskDefinition: await registeredBridge(), launchType: 'FARGATE' }),
    'InvalidParameterException',
    /^Task definition does not support launch_type FARGATE\.$/,
  ],
  [
    'a network configuration for bridge',
    async () => create({ taskDefinition: await registeredBridge() }),
    'InvalidParameterException',
    /^Network Configuration is not valid for the given networkMode of this task definition\.$/,
  ],
  [
    'no network configuration for awsvpc',
    () => create({ networkConfiguration: undefined }),
    'InvalidParameterException',
    /^Network Configuration must be provided when networkMode 'awsvpc' is specified\.$/,
  ],
  [
    'a network configuration for a task in bridge',
    async () =>
      clients.ecs.runTask({
        cluster: 'demo',
        taskDefinition: await registeredBridge(),
        networkConfiguration: network,
      }),
    'InvalidParameterException',
    /not valid for the given networkMode/,
  ],
  [
    'targets by address for bridge',
    async () =>
      create({ taskDefinition: await registeredBridge(), networkConfiguration: undefined, ...bind({}) }),
    'InvalidParameterException',
    /^The provided target group arn:\S+ has target type ip, which is incompatible with the bridge network mode specified in the task definition\.$/,
  ],
  [
    'targets by instance for awsvpc',
    async () => {
      const made = await group({ Name: 'by-instance', TargetType: undefined })
      return create(bind({ targetGroupArn: made.TargetGroups?.[0]?.TargetGroupArn }))
    },
    'InvalidParameterException',
    /has target type instance, which is incompatible with the awsvpc network mode/,
  ],
  [
    'links in awsvpc',
    () => container({ links: ['app'] }),
    'ClientException',
    /^Links are not supported when networkMode=awsvpc\.$/,
  ],
  [
    'a link to nobody',
    () => clients.ecs.registerTaskDefinition(bridged(definition('x', { links: ['side:web'] }))),
    'ClientException',
    /links to 'side', which is not in the task definition/,
  ],
  [
    'a link to itself',
    () => clients.ecs.registerTaskDefinition(bridged(definition('x', { links: ['app:web'] }))),
    'ClientException',
    /'app' depends on itself/,
  ],
  [
    'a host port that is none',
    () => clients.ecs.registerTaskDefinition(bridged(definition('x'), 70_000)),
    'ClientException',
    /'hostPort' setting for container 'app': 70000/,
  ],
  [
    'a load balancer that is not there',
    () => clients.elb.describeListeners({ LoadBalancerArn: 'arn:x' }),
    'LoadBalancerNotFound',
    /not found/,
  ],
  [
    'a target group to describe that is not there',
    () => clients.elb.describeTargetHealth({ TargetGroupArn: 'arn:x' }),
    'TargetGroupNotFound',
    /not found/,
  ],
  [
    'a drain of two hours',
    () =>
      clients.elb.modifyTargetGroupAttributes({
        TargetGroupArn: stage.targetGroup,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '7200' }],
      }),
    'InvalidConfigurationRequest',
    /0 to 3600/,
  ],
  [
    'an ELB operation that is not played',
    () => clients.elb.describeSSLPolicies({}),
    'InvalidAction',
    /DescribeSSLPolicies/,
  ],
  [
    'a log group twice',
    () => clients.logs.createLogGroup({ logGroupName: '/demo/cart' }),
    'ResourceAlreadyExistsException',
    /already exists/,
  ],
  [
    'a log stream that is not there',
    () => clients.logs.getLogEvents({ logGroupName: '/demo/cart', logStreamName: 'x' }),
    'ResourceNotFoundException',
    /log stream/,
  ],
]

const nameOf = (error: { name: string; Code?: string }): string => error.name.replace(/Exception$/, '')

describe('what AWS refuses is refused with its name', () => {
  test.each(CASES)('%s', async (_, call, name, message) => {
    const error = await call().then(
      () => undefined,
      (reason: Error) => reason,
    )
    expect(nameOf(error ?? new Error('accepted'))).toBe(name.replace(/Exception$/, ''))
    expect(error?.message).toMatch(message)
  })
})

describe('on the wire', () => {
  const send = (body: string, headers: Record<string, string>) =>
    fetch(rehearsal.endpoint, { method: 'POST', body, headers })
  const signed = {
    authorization: 'AWS4-HMAC-SHA256 Credential=a/20260101/eu-central-1/ecs/aws4_request, Signature=0',
  }
  const target = (operation: string) => ({
    ...signed,
    'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
    'content-type': 'application/x-amz-json-1.1',
  })

  test('an error is its type, its message and a request id', async () => {
    const answer = await send('{"services":["x"],"cluster":"nope"}', target('DescribeServices'))
    expect(answer.status).toBe(400)
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.get('date')).not.toBeNull()
    expect(await answer.json()).toEqual({
      __type: 'ClusterNotFoundException',
      message: 'Cluster not found.',
    })
  })

  test.each([
    ['{"serviceNames":["x"]}', /Unknown field serviceNames.*Did you mean services\?/],
    ['{}', /Missing required field services/],
    ['{"services":"x"}', /services must be a list/],
    ['{"services":[1]}', /services\[0\] must be a string/],
    ['{', /not JSON/],
  ])('%s is refused by name', async (body, message) => {
    const answer = (await (await send(body, target('DescribeServices'))).json()) as { message: string }
    expect(answer.message).toMatch(message)
  })

  test('times are numbers of seconds in JSON and ISO 8601 in XML', async () => {
    const json = await (await send('{"taskDefinition":"cart"}', target('DescribeTaskDefinition'))).text()
    expect(json).toMatch(/"registeredAt":\d{10}(\.\d+)?[,}]/)
    const xml = await send('Action=DescribeLoadBalancers&Version=2015-12-01', {
      ...signed,
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(await xml.text()).toMatch(/<CreatedTime>\d{4}-\d\d-\d\dT[\d:.]+Z<\/CreatedTime>/)
  })

  test('a request without credentials is refused', async () => {
    const { authorization: _, ...unsigned } = target('ListServices')
    const answer = await send('{}', unsigned)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' })
  })

  test('an unknown query field is refused by name', async () => {
    const answer = await send('Action=DescribeTargetGroups&Version=2015-12-01&Nmaes.member.1=x', signed)
    expect(await answer.text()).toMatch(/<Code>ValidationError<\/Code>.*Unknown field Nmaes/)
  })
})
