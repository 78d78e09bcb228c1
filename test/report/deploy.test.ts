import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Deployed, DeployResult } from '../../src/ecs/deployed.js'
import { deployHeadline, deployJson, deployMarkdown, deployText } from '../../src/report/deploy.js'
import { newsLine } from '../../src/report/rollout.js'
import { forecast } from '../../src/rollout/forecast.js'
import type { Digest, EnvironmentName, Outcome, ServiceName, Version } from '../../src/words.js'

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')

const deployed = (name: string, outcome: Outcome | null, changes: Partial<Deployed> = {}): Deployed => ({
  name: name as ServiceName,
  environment: 'uat' as EnvironmentName,
  version: '1.4.0' as Version,
  digest: `sha256:${'0123456789abcdef'.repeat(4)}` as Digest,
  strategy: 'rolling',
  outcome,
  reason: null,
  pause: null,
  marks: [],
  deployment:
    outcome === null || outcome === 'unchanged'
      ? null
      : `arn:aws:ecs:eu-west-1:1:service-deployment/shop/${name}/x`,
  seconds: 41.27,
  problems: [],
  decision: null,
  diagnosis: null,
  ...changes,
})

const failed = deployed('user', 'rolled-back', {
  problems: [
    {
      code: 'rolled-back',
      fault: 'thing',
      problem: 'the deployment of user to uat was rolled back',
      why: 'the circuit breaker threshold was exceeded. The version before still serves, with 2 tasks',
      fix: 'Correct what the tasks and logs show, and deploy again.',
    },
  ],
  diagnosis: {
    tasks: [
      {
        id: '0f3a',
        status: 'STOPPED',
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [
          { name: 'app', exitCode: 7, health: 'UNHEALTHY', reason: null },
          { name: 'proxy', exitCode: null, health: null, reason: null },
        ],
      },
    ],
    logs: [
      {
        task: '0f3a',
        container: 'app',
        lines: ['starting', '<b>no such table</b>: carts\u001b[31m'],
        unread: null,
      },
      { task: '0f3a', container: 'proxy', lines: [], unread: null },
      { task: '0f3a', container: 'agent', lines: [], unread: 'AWS denies logs:GetLogEvents' },
    ],
    events: ['(service user) was unable to place a task'],
    serving: 2,
    targets: [
      {
        group: 'user',
        target: '10.0.0.7:8080',
        state: 'unhealthy',
        reason: 'Target.FailedHealthChecks',
        description: 'Health checks failed with these codes: [500]',
      },
    ],
  },
})

const result: DeployResult = {
  dryRun: false,
  services: [
    deployed('cart', 'successful'),
    failed,
    deployed('catalog', 'unchanged', { version: null, seconds: 0.4 }),
  ],
}

const settings = { cluster: 'shop', service: 'cart', taskDefinition: 't' }
const planned: DeployResult = {
  dryRun: true,
  services: [
    deployed('cart', null, {
      seconds: 0.3,
      decision: {
        kind: 'register',
        input: { family: 'cart', containerDefinitions: [] },
        differences: [
          {
            path: 'containerDefinitions[app].image',
            from: 'registry/cart@sha256:a',
            to: 'registry/cart@sha256:b',
          },
          { path: 'memory', from: null, to: '512' },
        ],
        configuration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
        cautions: [],
        forecast: forecast({ strategy: 'rolling', minimum: 100, maximum: 200 }, settings, 2),
      },
    }),
  ],
}

test.each<[string, string]>([
  ['deploy.txt', deployText(result)],
  ['deploy.md', deployMarkdown(result)],
  ['deploy-dry-run.txt', deployText(planned)],
])('%s reads as it should', (name, text) => expect(text).toBe(golden(name)))

test.each<[DeployResult, string]>([
  [result, '3 services: 1 successful, 1 rolled back, 1 unchanged.'],
  [planned, '1 service: 1 dry run.'],
  [{ dryRun: false, services: [] }, 'Nothing to deploy.'],
])('the headline counts', (given, text) => expect(deployHeadline(given)).toBe(text))

test('the object for programs has the documented fields and no others', () => {
  const { services } = deployJson(result) as { services: Record<string, unknown>[] }
  expect(services.map((service) => Object.keys(service).sort())).toEqual(
    services.map(() => [
      'deployment',
      'digest',
      'environment',
      'name',
      'outcome',
      'pause',
      'problem',
      'seconds',
      'strategy',
      'version',
    ]),
  )
  expect(services[0]).toMatchObject({ name: 'cart', outcome: 'successful', problem: null })
  expect(services[1]?.problem).toMatchObject({ code: 'rolled-back' })
})

const tasks = { requested: 3, running: 1, pending: 2, failed: null, threshold: null }
const began = { kind: 'progress', status: 'IN_PROGRESS', stage: null, traffic: null, tasks } as const
test.each<[string, Parameters<typeof newsLine>[1]]>([
  ['cart: 1 of 3 new tasks running, 2 starting (2 h 5 min left)', began],
  [
    'cart: production traffic shift, 33.3% of the traffic, 1 of 3 new tasks running, 2 starting (2 h 5 min left)',
    { ...began, stage: 'PRODUCTION_TRAFFIC_SHIFT', traffic: { production: 333, test: 0 } },
  ],
  [
    'cart: post test traffic shift, 0% of the traffic and 100% of the tests, 1 of 3 new tasks running, 2 starting (2 h 5 min left)',
    { ...began, stage: 'POST_TEST_TRAFFIC_SHIFT', traffic: { production: 0, test: 1000 } },
  ],
  [
    'cart: rollback successful, 0 of 3 new tasks running, 3 failed of 3 that roll it back',
    {
      ...began,
      status: 'ROLLBACK_SUCCESSFUL',
      tasks: { ...tasks, running: 0, pending: 0, failed: 3, threshold: 3 },
    },
  ],
  ['cart: in ALARM: errors, latency', { kind: 'alarms', names: ['errors', 'latency'] }],
  ['cart: asked to stop; ECS is asked to roll it back', { kind: 'stopping', why: 'cancelled' }],
  [
    'cart: ECS asks check, smoke:7 at post scale up',
    { kind: 'hooks', stage: 'POST_SCALE_UP', names: ['check', 'smoke:7'] },
  ],
  ['cart: ECS asks check', { kind: 'hooks', stage: null, names: ['check'] }],
  ['cart: ECS rolls back: alarm', { kind: 'rolling-back', reason: 'alarm' }],
  ['cart: no answer (ECONNRESET); ECS goes on, and is asked again', { kind: 'lost', why: 'ECONNRESET' }],
])('%s', (line, news) => expect(newsLine('cart' as ServiceName, news, 7_500_000)).toBe(line))

test('of several ECS services one that goes on is under way, and so is the whole, named by ECS or not', () => {
  const left = {
    code: 'left',
    fault: 'thing' as const,
    problem: 'goes on',
    why: 'asked to stop',
    fix: 'look',
  }
  const result: DeployResult = {
    dryRun: false,
    services: [
      deployed('user', 'successful', { ecs: 'user-eu' }),
      deployed('user', null, { ecs: 'user-us', unseen: true, problems: [left] }),
    ],
  }
  expect(deployHeadline(result)).toBe('1 service: 1 under way.')
  expect(deployText(result)).toContain('user-us is under way')
})
