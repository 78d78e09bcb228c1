import { describe, expect, test } from '@jest/globals'
import { callsOf, executionId, hear } from '../../../src/rehearsal/controller/calls.js'
import type { Asks, Hook, Wait } from '../../../src/rehearsal/controller/course.js'
import { timeOut } from '../../../src/rehearsal/controller/hooks.js'
import type { Verdict } from '../../../src/rehearsal/controller/observation.js'
import { reachHooks } from '../../../src/rehearsal/controller/reach.js'
import { reportHook } from '../../../src/rehearsal/controller/requests.js'
import type { Deployment, Service } from '../../../src/rehearsal/controller/state.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { BACK, inDeployment, moment, sight } from './states.js'
import { at } from './world.js'

const asks: Asks = { target: 'arn:check', stage: 'POST_SCALE_UP', answered: 0, at: at(0), reportsTo: 'd-1' }
const wait: Wait = { hookId: 'h', status: 'IN_PROGRESS', expiresAt: at(9_000), action: 'ROLLBACK', asks }
const { reportsTo: _, ...ofEcs } = asks

const waiting = (one: Wait, deployment: Partial<Deployment> = {}): Service =>
  inDeployment({ course: { waits: [{ ...one, hookId: 'other' }, one] }, deployment })

test('the name of an execution has the form of a UUID', () => {
  expect(executionId('h')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  expect(executionId('h')).not.toBe(executionId('i'))
})

describe('a function that reports to CodeDeploy', () => {
  test('is told of its deployment and its execution', () => {
    const [, call] = callsOf(waiting(wait), moment(1))
    expect(call).toEqual({
      call: 'h 0',
      target: 'arn:check',
      event: { DeploymentId: 'd-1', LifecycleEventHookExecutionId: executionId('h') },
    })
  })

  const heard = (verdict: Verdict) =>
    newest(hear(waiting(wait), moment(1, { ...sight(), calls: new Map([['h 0', verdict]]) })))

  test('is not asked again once it was called', () => {
    expect(heard({ kind: 'called' }).course.waits[1]).toEqual({ ...wait, asks: { ...asks, at: 9_000 } })
  })

  const INVALID =
    'The deployment failed because one or more of the lifecycle event validation functions failed.'

  test('turns it around where it could not be called', () => {
    expect(heard({ kind: 'failed', why: 'No.' })).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      reason: `${INVALID} No.`,
    })
  })

  test('turns it around where it never reports', () => {
    expect(newest(timeOut(waiting(wait), at(9_000))).reason).toBe(
      'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked.',
    )
  })

  test('is asked once, and one of ECS at every step', () => {
    const hook: Hook = { stages: ['PRODUCTION_TRAFFIC_SHIFT'], timeoutMinutes: 1, action: 'ROLLBACK' }
    const hooks: readonly Hook[] = [
      hook,
      { ...hook, lambda: { target: 'ecs' } },
      { ...hook, lambda: { target: 'cd', reportsTo: 'd' } },
    ]
    const reached = (step: number) =>
      reachHooks({ ...newest(inDeployment()).course, hooks, step }, 'arn', 'PRODUCTION_TRAFFIC_SHIFT', at(0))
        .reached
    expect([reached(0), reached(1)]).toEqual([3, 2])
  })

  describe('reports', () => {
    const report = (service: Service, succeeded: boolean, execution = executionId('h'), older = false) =>
      reportHook(service, service.deployments[older ? 1 : 0] as Deployment, execution, succeeded, at(9))

    test.each([
      [
        true,
        {
          status: 'IN_PROGRESS',
          course: { waits: [{ hookId: 'other', status: 'IN_PROGRESS' }, { status: 'SUCCEEDED' }] },
        },
      ],
      [
        false,
        {
          status: 'ROLLBACK_REQUESTED',
          reason: INVALID,
          course: { waits: [{}, { hookId: 'h', status: 'FAILED' }] },
        },
      ],
    ])('%s', (succeeded, expected) => {
      const answer = report(waiting(wait), succeeded)
      if (answer.kind !== 'done') throw new Error(answer.message)
      expect(newest(answer.service)).toMatchObject(expected)
    })

    const UNKNOWN = 'InvalidLifecycleEventHookExecutionIdException'
    const OVER = 'LifecycleEventAlreadyCompletedException'
    test.each<[string, () => ReturnType<typeof report>, string, string]>([
      [
        'an execution that is none',
        () => report(waiting(wait), true, 'x'),
        UNKNOWN,
        'The lifecycleEventHookExecutionId x is not valid.',
      ],
      [
        'an older deployment',
        () => report(waiting(wait), true, executionId('h'), true),
        UNKNOWN,
        `The lifecycleEventHookExecutionId ${executionId('h')} is not valid.`,
      ],
      [
        'a function that ECS asks',
        () => report(waiting({ ...wait, asks: ofEcs }), true),
        UNKNOWN,
        `The lifecycleEventHookExecutionId ${executionId('h')} is not valid.`,
      ],
      [
        'a person',
        () =>
          report(
            inDeployment({
              course: {
                waits: [{ hookId: 'h', status: 'AWAITING_ACTION', expiresAt: at(9), action: 'CONTINUE' }],
              },
            }),
            true,
          ),
        UNKNOWN,
        `The lifecycleEventHookExecutionId ${executionId('h')} is not valid.`,
      ],
      [
        'what was reported',
        () => report(waiting({ ...wait, status: 'SUCCEEDED' }), true),
        OVER,
        'The lifecycle event has already completed.',
      ],
      [
        'on the way back',
        () => report(waiting(wait, BACK), true),
        OVER,
        'The lifecycle event has already completed.',
      ],
    ])('in vain: %s', (_, answer, error, message) => {
      expect(answer()).toEqual({ kind: 'refused', error, message })
    })
  })
})
