import {
  ApplicationAutoScaling,
  type RegisterScalableTargetRequest,
} from '@aws-sdk/client-application-auto-scaling'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type Clients, clientsOf, createCart, register, setStage } from './stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
const what = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/demo/cart',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const
let rehearsal: Rehearsal
let clients: Clients
let scaling: ApplicationAutoScaling

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  clients = clientsOf(rehearsal.endpoint)
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  scaling = new ApplicationAutoScaling({ endpoint: rehearsal.endpoint, region: 'eu-central-1', credentials })
  await createCart(clients, await setStage(clients), await register(clients, 'one'))
})

afterAll(async () => {
  clients.destroy()
  scaling.destroy()
  await rehearsal.close()
})

const registerTarget = (change: Partial<RegisterScalableTargetRequest> = {}) =>
  scaling.registerScalableTarget({ ...what, ...change })
const target = async () =>
  (await scaling.describeScalableTargets({ ServiceNamespace: 'ecs', ResourceIds: [what.ResourceId] }))
    .ScalableTargets?.[0]

test('a target is registered, suspended for a deployment, and resumed', async () => {
  await registerTarget({ MinCapacity: 1, MaxCapacity: 8 })
  await registerTarget({ SuspendedState: { DynamicScalingInSuspended: true } })
  expect(await target()).toMatchObject({
    MinCapacity: 1,
    MaxCapacity: 8,
    SuspendedState: {
      DynamicScalingInSuspended: true,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    },
  })
  await registerTarget({ SuspendedState: { DynamicScalingInSuspended: false } })
  expect((await target())?.SuspendedState?.DynamicScalingInSuspended).toBe(false)
})

test('policies are kept, and go with their target', async () => {
  const tracking = {
    TargetValue: 60,
    PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' as const },
  }
  const policy = { ...what, PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling' as const }
  await scaling.putScalingPolicy({ ...policy, TargetTrackingScalingPolicyConfiguration: tracking })
  const found = await scaling.describeScalingPolicies({ ServiceNamespace: 'ecs' })
  expect(found.ScalingPolicies).toMatchObject([
    { PolicyName: 'cpu', TargetTrackingScalingPolicyConfiguration: tracking },
  ])
  await scaling.deregisterScalableTarget(what)
  expect((await scaling.describeScalingPolicies({ ServiceNamespace: 'ecs' })).ScalingPolicies).toEqual([])
})

describe('what is refused', () => {
  const limits = { MinCapacity: 1, MaxCapacity: 2 }
  test.each<[string, Partial<RegisterScalableTargetRequest>, RegExp]>([
    ['another service of AWS', { ...limits, ServiceNamespace: 'dynamodb' }, /namespace ecs only/],
    [
      'a service that is not there',
      { ...limits, ResourceId: 'service/demo/nope' },
      /ECS service doesn't exist/,
    ],
    ['no service', { ...limits, ResourceId: 'cart' }, /must be service\/CLUSTER\/NAME/],
    [
      'another dimension',
      { ...limits, ScalableDimension: 'ec2:spot-fleet-request:TargetCapacity' },
      /DesiredCount/,
    ],
    ['a new one without limits', {}, /required for a new scalable target/],
    ['limits the wrong way round', { MinCapacity: 3, MaxCapacity: 2 }, /cannot be less/],
    ['less than nothing', { MinCapacity: -1, MaxCapacity: 2 }, /MinCapacity -1/],
  ])('%s', async (_, change, message) => {
    await expect(registerTarget(change)).rejects.toThrow(message)
  })

  test('a policy without a target', async () => {
    const call = scaling.putScalingPolicy({ ...what, PolicyName: 'x', PolicyType: 'StepScaling' })
    await expect(call).rejects.toMatchObject({ name: 'ObjectNotFoundException' })
  })
})
