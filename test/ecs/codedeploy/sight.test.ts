import type { DeploymentInfo, ECSTarget } from '@aws-sdk/client-codedeploy'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  deploymentSight,
  type Sighting,
  serviceSight,
  taskDefinitionIn,
} from '../../../src/ecs/codedeploy/sight.js'
import type { Instant } from '../../../src/words.js'

const now = 1_000_000 as Instant
const ago = (seconds: number) => new Date(now - seconds * 1000)

const target = (green: number, blue = 100 - green): ECSTarget => ({
  taskSetsInfo: [
    { identifer: 'ecs-svc/1', taskSetLabel: 'Blue', trafficWeight: blue, status: 'PRIMARY' },
    { identifer: 'ecs-svc/2', taskSetLabel: 'Green', trafficWeight: green, desiredCount: 2, runningCount: 1 },
  ],
})
const info = (more: DeploymentInfo): DeploymentInfo => ({ deploymentId: 'd-1', ...more })
const see = (more: DeploymentInfo, rest: Partial<Sighting> = {}) =>
  deploymentSight({ info: info(more), target: target(0), back: null, ...rest }, now)
const goesBack = { autoRollbackConfiguration: { enabled: true } }
const back = (status: DeploymentInfo['status']) => ({
  back: { deploymentId: 'd-2', ...(status ? { status } : {}) },
})

describe('what a deployment of CodeDeploy has come to', () => {
  test.each<[string, DeploymentInfo, Partial<Sighting>, string]>([
    ['created', { status: 'Created' }, {}, 'PENDING'],
    ['waiting for a person', { status: 'Ready' }, {}, 'IN_PROGRESS'],
    ['baking', { status: 'Baking' }, {}, 'IN_PROGRESS'],
    ['succeeded', { status: 'Succeeded' }, {}, 'SUCCESSFUL'],
    ['a word that nobody knows', { status: 'Teleporting' as 'Ready' }, {}, 'Teleporting'],
    [
      'failed a moment ago: it may still go back',
      { ...goesBack, status: 'Failed', completeTime: ago(5) },
      {},
      'STOP_REQUESTED',
    ],
    [
      'going back, not seen yet',
      { status: 'Failed', rollbackInfo: { rollbackDeploymentId: 'd-2' } },
      {},
      'ROLLBACK_IN_PROGRESS',
    ],
    ['going back', { status: 'Failed' }, back('InProgress'), 'ROLLBACK_IN_PROGRESS'],
    ['gone back', { status: 'Stopped' }, back('Succeeded'), 'ROLLBACK_SUCCESSFUL'],
    [
      'gone back though traffic was not seen',
      { status: 'Stopped' },
      { ...back('Succeeded'), target: null },
      'ROLLBACK_SUCCESSFUL',
    ],
    ['a way back that failed', { status: 'Failed' }, back('Failed'), 'ROLLBACK_FAILED'],
    [
      'nobody goes back, and traffic never moved',
      { status: 'Failed', completeTime: ago(90) },
      {},
      'ROLLBACK_SUCCESSFUL',
    ],
    [
      'a moment ago, by somebody who may have asked for a way back that was not meant before',
      { status: 'Stopped', completeTime: ago(1) },
      {},
      'STOP_REQUESTED',
    ],
    [
      'nobody went back, and traffic is still there',
      { ...goesBack, status: 'Failed', completeTime: ago(90) },
      { target: target(100) },
      'STOPPED',
    ],
    ['stopped halfway', { status: 'Stopped', completeTime: ago(90) }, { target: target(10) }, 'STOPPED'],
    [
      'stopped halfway, just now',
      { status: 'Stopped', completeTime: ago(10) },
      { target: target(10) },
      'STOP_REQUESTED',
    ],
    [
      'stopped, and nothing seen of the traffic',
      { status: 'Stopped', completeTime: ago(90) },
      { target: null },
      'STOPPED',
    ],
    [
      'cannot go back',
      { ...goesBack, status: 'Failed', completeTime: ago(90), rollbackInfo: { rollbackMessage: 'no' } },
      {},
      'ROLLBACK_SUCCESSFUL',
    ],
  ])('%s', (_, given, rest, status) => expect(see(given, rest).status).toBe(status))

  test('nothing but Succeeded is a success, and what is under way is no end', () => {
    const words = [
      'Created',
      'Queued',
      'InProgress',
      'Baking',
      'Ready',
      'Failed',
      'Stopped',
      'Other',
    ] as const
    const statuses = fc.constantFrom(...words)
    const arbitrary = fc.record({
      status: statuses,
      green: fc.integer({ min: 0, max: 100 }),
      done: fc.option(fc.integer({ min: 0, max: 200 })),
      enabled: fc.boolean(),
      back: fc.option(
        fc.constantFrom<NonNullable<DeploymentInfo['status']>>('InProgress', 'Succeeded', 'Failed'),
      ),
    })
    fc.assert(
      fc.property(arbitrary, ({ status, green, done, enabled, back: way }) => {
        const given: DeploymentInfo = {
          status: status as 'Ready',
          autoRollbackConfiguration: { enabled },
          ...(done === null ? {} : { completeTime: ago(done) }),
        }
        const told = see(given, { target: target(green), ...(way === null ? {} : back(way)) }).status
        expect(told).not.toBe('SUCCESSFUL')
        const final = /^(STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/.test(told)
        if (final) expect(['Failed', 'Stopped']).toContain(status)
        if (told === 'ROLLBACK_SUCCESSFUL') expect(green === 0 || way === 'Succeeded').toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('why, with the event that failed', () => {
    const failed: ECSTarget = {
      ...target(0),
      lifecycleEvents: [
        { lifecycleEventName: 'Install', status: 'Succeeded' },
        {
          lifecycleEventName: 'AfterAllowTestTraffic',
          status: 'Failed',
          diagnostics: { errorCode: 'ScriptTimedOut', message: 'no answer' },
        },
      ],
    }
    const seen = see(
      {
        status: 'Failed',
        completeTime: ago(90),
        errorInformation: { code: 'HEALTH_CONSTRAINTS', message: 'failed' },
      },
      { target: failed },
    )
    expect(seen.rollback).toBe(
      'HEALTH_CONSTRAINTS: failed. AfterAllowTestTraffic failed: ScriptTimedOut: no answer',
    )
  })

  test.each([
    [
      'InProgress',
      { lifecycleEvents: [{ lifecycleEventName: 'Install', status: 'InProgress' }] },
      {},
      'SCALE_UP',
    ],
    ['InProgress', {}, { instanceTerminationWaitTimeStarted: true }, 'BAKE_TIME'],
    ['Ready', {}, {}, 'POST_TEST_TRAFFIC_SHIFT'],
    ['InProgress', {}, {}, null],
  ] as const)('%s %j %j is at %s', (status, events, more, stage) =>
    expect(see({ status, ...more }, { target: { ...target(0), ...events } as ECSTarget }).stage).toBe(stage),
  )
})

describe('what serves', () => {
  test.each([
    ['our task set', [{ id: 'ecs-svc/2', status: 'PRIMARY' }], 'd-1'],
    ['what our deployment made', [{ id: 'ecs-svc/9', externalId: 'd-1', status: 'PRIMARY' }], 'd-1'],
    [
      'another',
      [
        { id: 'ecs-svc/1', status: 'PRIMARY' },
        { id: 'ecs-svc/2', status: 'ACTIVE' },
      ],
      '1',
    ],
    ['nothing', [], null],
  ])('%s', (_, taskSets, primary) =>
    expect(serviceSight({ taskSets }, 'd-1', target(100)).primary).toBe(primary),
  )

  test('is not told where the task sets of the deployment are not, unless it is known by its name', () => {
    const serving = (externalId: string) => [{ id: 'ecs-svc/2', externalId, status: 'PRIMARY' }]
    expect(serviceSight({ taskSets: serving('d-7') }, 'd-1', null).primary).toBeNull()
    expect(serviceSight({ taskSets: serving('d-1') }, 'd-1', null).primary).toBe('d-1')
  })
})

test.each([
  [
    '{"Resources":[{"TargetService":{"Properties":{"TaskDefinition":"arn:aws:ecs:a:1:task-definition/cart:7","X":1}}}]}',
  ],
  [
    'Resources:\n  - TargetService:\n      Properties:\n        TaskDefinition: "arn:aws:ecs:a:1:task-definition/cart:7"\n',
  ],
  [
    "resources:\n  - targetService:\n      properties:\n        taskDefinition: 'arn:aws:ecs:a:1:task-definition/cart:7'\n",
  ],
  ['Properties:\n  TaskDefinition: arn:aws:ecs:a:1:task-definition/cart:7\n  LoadBalancerInfo: {}\n'],
])('the task definition of the AppSpec %s', (content) =>
  expect(taskDefinitionIn({ appSpecContent: { content } })).toBe('arn:aws:ecs:a:1:task-definition/cart:7'),
)

test('an AppSpec that is kept elsewhere names none', () =>
  expect(taskDefinitionIn({ revisionType: 'S3', s3Location: {} })).toBeNull())
