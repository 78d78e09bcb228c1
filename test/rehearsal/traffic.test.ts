import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Scene } from '../../src/rehearsal/view/scene.js'
import { type Clients, clientsOf, createCart, followNewest, register, type Stage, setStage } from './stage.js'

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
let rehearsal: Rehearsal
let clients: Clients
let cloudwatch: CloudWatch
let stage: Stage

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  clients = clientsOf(rehearsal.endpoint)
  cloudwatch = new CloudWatch({
    endpoint: rehearsal.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  })
  stage = await setStage(clients)
  await createCart(clients, stage, await register(clients, 'one'))
  await followNewest(clients)
}, 60_000)

afterAll(async () => {
  clients.destroy()
  cloudwatch.destroy()
  await rehearsal.close()
  expect(warnings).toEqual([])
})

const ask = (path = '', headers: Record<string, string> = {}) =>
  fetch(`${stage.url}${path}`, { method: 'POST', headers: { connection: 'close', ...headers } })

const listener = async () =>
  (await clients.elb.describeListeners({ LoadBalancerArn: stage.loadBalancer })).Listeners?.[0]?.ListenerArn

describe('what the router measured', () => {
  const dimensions = () => [
    { Name: 'LoadBalancer', Value: stage.loadBalancer.split(':loadbalancer/')[1] },
    { Name: 'TargetGroup', Value: stage.targetGroup.split(':').pop() },
  ]

  test('is asked for as at CloudWatch', async () => {
    for (let count = 0; count < 5; count += 1) await ask()
    const { Metrics = [] } = await cloudwatch.listMetrics({ Dimensions: dimensions() })
    expect(Metrics.map(({ MetricName }) => MetricName).toSorted()).toEqual([
      'HTTPCode_Target_2XX_Count',
      'RequestCount',
      'TargetResponseTime',
    ])
    const span = { StartTime: new Date(Date.now() - 600_000), EndTime: new Date(Date.now() + 60_000) }
    const Metric = { Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCount', Dimensions: dimensions() }
    const { MetricDataResults } = await cloudwatch.getMetricData({
      ...span,
      MetricDataQueries: [{ Id: 'r', MetricStat: { Metric, Period: 60, Stat: 'Sum' } }],
    })
    expect(MetricDataResults?.[0]?.Values?.reduce((sum, value) => sum + value, 0)).toBe(5)
    const { Datapoints } = await cloudwatch.getMetricStatistics({
      ...span,
      Namespace: 'AWS/ApplicationELB',
      MetricName: 'TargetResponseTime',
      Dimensions: dimensions(),
      Period: 600,
      Statistics: ['Average', 'SampleCount'],
      ExtendedStatistics: ['p99'],
    })
    const points = Datapoints ?? []
    expect(points.reduce((sum, { SampleCount = 0 }) => sum + SampleCount, 0)).toBe(5)
    expect(points[0]?.ExtendedStatistics?.p99).toBeGreaterThan(0)
  })

  test('is shown by the revision that answered', async () => {
    const seen = (await (await fetch(`${rehearsal.endpoint}/_rehearsal/view`)).json()) as Scene
    expect(seen.services[0]?.revisions).toMatchObject([
      { name: 'cart:1', version: '24-slim', running: 2, requests: 5 },
    ])
  })

  test('an older client asks in XML', async () => {
    const query = new URLSearchParams({
      Action: 'ListMetrics',
      Version: '2010-08-01',
      MetricName: 'RequestCount',
    })
    const authorization =
      'AWS4-HMAC-SHA256 Credential=a/20260101/eu-central-1/monitoring/aws4_request, Signature=0'
    const answer = await fetch(rehearsal.endpoint, {
      method: 'POST',
      body: query,
      headers: { authorization },
    })
    expect(await answer.text()).toMatch(/<Metrics><member>.*<MetricName>RequestCount<\/MetricName>/)
  })
})

describe('rules with conditions', () => {
  const Conditions = [
    { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'x-beta', Values: ['yes'] } },
  ]
  const other = async () => {
    const made = await clients.elb.createTargetGroup({
      Name: 'beta',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-1',
      TargetType: 'ip',
    })
    return made.TargetGroups?.[0]?.TargetGroupArn
  }

  test('are tried by priority, changed, moved and deleted', async () => {
    const ListenerArn = await listener()
    const empty = await other()
    const Actions = [{ Type: 'forward' as const, TargetGroupArn: empty }]
    const { Rules } = await clients.elb.createRule({ ListenerArn, Priority: 10, Conditions, Actions })
    const RuleArn = Rules?.[0]?.RuleArn
    expect([(await ask('', { 'x-beta': 'yes' })).status, (await ask()).status]).toEqual([503, 200])
    await expect(clients.elb.deleteTargetGroup({ TargetGroupArn: empty })).rejects.toMatchObject({
      name: expect.stringMatching(/^ResourceInUse/),
    })
    await expect(
      clients.elb.createRule({ ListenerArn, Priority: 10, Conditions, Actions }),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^PriorityInUse/) })
    const changed = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/beta/*'] } }]
    await clients.elb.modifyRule({ RuleArn, Conditions: changed })
    expect([(await ask('', { 'x-beta': 'yes' })).status, (await ask('beta/1')).status]).toEqual([200, 503])
    await clients.elb.setRulePriorities({ RulePriorities: [{ RuleArn, Priority: 20 }] })
    const described = await clients.elb.describeRules({ ListenerArn })
    expect(described.Rules).toMatchObject([
      { Priority: '20', Conditions: [{ Field: 'path-pattern', Values: ['/beta/*'] }], IsDefault: false },
      { Priority: 'default', Conditions: [], IsDefault: true },
    ])
    await expect(clients.elb.deleteRule({ RuleArn: described.Rules?.[1]?.RuleArn })).rejects.toMatchObject({
      name: expect.stringMatching(/^OperationNotPermitted/),
    })
    await clients.elb.deleteRule({ RuleArn })
    expect((await ask('beta/1')).status).toBe(200)
    await clients.elb.deleteTargetGroup({ TargetGroupArn: empty })
  })
})

describe('alarms of a deployment', () => {
  const putAlarm = (AlarmName: string) =>
    cloudwatch.putMetricAlarm({
      AlarmName,
      Namespace: 'AWS/ApplicationELB',
      MetricName: 'HTTPCode_Target_5XX_Count',
      Dimensions: [{ Name: 'TargetGroup', Value: stage.targetGroup.split(':').pop() }],
      Statistic: 'Sum',
      Period: 3600,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    })
  const ring = (AlarmName: string) =>
    cloudwatch.setAlarmState({ AlarmName, StateValue: 'ALARM', StateReason: 'by hand' })
  const deploy = async (version: string) =>
    clients.ecs.updateService({
      cluster: 'demo',
      service: 'cart',
      taskDefinition: await register(clients, version),
      deploymentConfiguration: {
        alarms: { alarmNames: ['old', 'new'], enable: true, rollback: true },
        bakeTimeInMinutes: 5,
      },
    })
  const newest = async () => {
    const listed = await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })
    const arn = listed.serviceDeployments?.[0]?.serviceDeploymentArn ?? ''
    return (await clients.ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] }))
      .serviceDeployments?.[0]
  }

  test('one that goes off fails it; one that was in ALARM before says nothing', async () => {
    await putAlarm('old')
    await putAlarm('new')
    const { MetricAlarms } = await cloudwatch.describeAlarms({ AlarmNames: ['new'] })
    expect(MetricAlarms).toMatchObject([
      { StateValue: 'INSUFFICIENT_DATA', Period: 3600, TreatMissingData: 'notBreaching' },
    ])
    await ring('old')
    await deploy('two')
    while ((await newest())?.targetServiceRevision?.runningTaskCount !== 2);
    expect(await newest()).toMatchObject({ status: 'IN_PROGRESS', alarms: { status: 'MONITORING' } })
    await ring('new')
    const deployment = await followNewest(clients)
    expect(deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['new'] },
      statusReason: expect.stringContaining('CloudWatch alarm(s): new'),
    })
  }, 60_000)

  test('an alarm that is not there cannot be deleted or set', async () => {
    for (const call of [() => cloudwatch.deleteAlarms({ AlarmNames: ['nope'] }), () => ring('nope')])
      await expect(call()).rejects.toMatchObject({ name: expect.stringMatching(/^ResourceNotFound/) })
    await cloudwatch.deleteAlarms({ AlarmNames: ['old', 'new'] })
    expect((await cloudwatch.describeAlarms({})).MetricAlarms).toEqual([])
  })

  test.each<[string, object, RegExp]>([
    ['a period of 7 seconds', { Period: 7 }, /Period 7 must be 10, 20, 30 or a multiple of 60/],
    ['four of three', { EvaluationPeriods: 3, DatapointsToAlarm: 4 }, /DatapointsToAlarm 4 must be.*1 to 3/],
    ['two statistics', { ExtendedStatistic: 'p99' }, /Exactly one of Statistic/],
    ['a threshold of nothing', { Threshold: undefined }, /Threshold must be given/],
    ['a treatment that is none', { TreatMissingData: 'never' }, /TreatMissingData 'never'/],
    ['a band', { ComparisonOperator: 'GreaterThanUpperThreshold' }, /anomaly detection/],
    ['an expression', { Metrics: [{ Id: 'a', Expression: '1' }] }, /does not play Metrics/],
  ])('%s is refused', async (_, change, message) => {
    const call = cloudwatch.putMetricAlarm({
      AlarmName: 'wrong',
      Namespace: 'shop',
      MetricName: 'errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      ...change,
    })
    await expect(call).rejects.toThrow(message)
  })
})
