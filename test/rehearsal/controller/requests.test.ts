import { describe, expect, test } from '@jest/globals'
import type { Wait } from '../../../src/rehearsal/controller/course.js'
import { continueDeployment, stopDeployment } from '../../../src/rehearsal/controller/requests.js'
import type { Deployment, Service } from '../../../src/rehearsal/controller/state.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { BACK, inDeployment } from './states.js'
import { at } from './world.js'

const wait = (hookId: string, status: Wait['status'] = 'AWAITING_ACTION'): Wait => ({
  hookId,
  status,
  expiresAt: at(100),
  action: 'ROLLBACK',
})
const paused = (change: Partial<Deployment> = {}): Service =>
  inDeployment({
    course: { waits: [wait('one'), wait('two'), wait('three', 'SUCCEEDED')] },
    deployment: change,
  })

describe('StopServiceDeployment', () => {
  const stop = (service: Service, stopType = 'ROLLBACK', older = false) =>
    stopDeployment(service, service.deployments[older ? 1 : 0] as Deployment, stopType, at(9))

  test.each<Deployment['status']>(['PENDING', 'IN_PROGRESS', 'ROLLBACK_REQUESTED'])(
    'of one that is %s is taken',
    (status) => {
      const answer = stop(paused({ status }))
      if (answer.kind !== 'done') throw new Error(answer.message)
      expect(newest(answer.service)).toMatchObject({ status: 'ROLLBACK_REQUESTED', updatedAt: 9 })
    },
  )

  test('of one that goes back changes nothing', () => {
    const service = paused(BACK)
    expect(stop(service)).toEqual({ kind: 'done', service })
  })

  test.each<Deployment['status']>(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'])(
    'of one that is %s is refused',
    (status) => {
      expect(stop(paused({ status }))).toEqual({
        kind: 'refused',
        error: 'ConflictException',
        message: `The service deployment cannot be stopped because it is in the ${status} state.`,
      })
    },
  )

  test('of an older one is refused', () => {
    expect(stop(paused(), 'ROLLBACK', true)).toMatchObject({ kind: 'refused', error: 'ConflictException' })
  })

  test('knows no other way to stop', () => {
    expect(stop(paused(), 'ABORT')).toEqual({
      kind: 'refused',
      error: 'InvalidParameterException',
      message: 'The stopType ABORT is not valid: it must be ROLLBACK.',
    })
  })
})

describe('ContinueServiceDeployment', () => {
  const proceed = (service: Service, hookId: string, action: 'CONTINUE' | 'ROLLBACK', older = false) =>
    continueDeployment(service, service.deployments[older ? 1 : 0] as Deployment, hookId, action, at(9))

  test.each<['CONTINUE' | 'ROLLBACK', Wait['status'], object]>([
    ['CONTINUE', 'SUCCEEDED', { status: 'IN_PROGRESS' }],
    [
      'ROLLBACK',
      'FAILED',
      {
        status: 'ROLLBACK_REQUESTED',
        reason: 'Service deployment rolled back because of a ContinueServiceDeployment request.',
      },
    ],
  ])('%s settles the one hook that it names', (action, status, expected) => {
    const answer = proceed(paused(), 'two', action)
    if (answer.kind !== 'done') throw new Error(answer.message)
    const { course, ...rest } = newest(answer.service)
    expect(course.waits).toEqual([wait('one'), wait('two', status), wait('three', 'SUCCEEDED')])
    expect(rest).toMatchObject(expected)
  })

  test.each<[string, Service, string, boolean, string]>([
    [
      'a hook that was answered',
      paused(),
      'three',
      false,
      'The hookId three does not name a PAUSE hook in AWAITING_ACTION status.',
    ],
    [
      'a hook that is none',
      paused(),
      'four',
      false,
      'The hookId four does not name a PAUSE hook in AWAITING_ACTION status.',
    ],
    [
      'an older deployment',
      paused(),
      'one',
      true,
      'The service deployment cannot be continued because it is in the SUCCESSFUL state.',
    ],
    [
      'one that shall go back',
      paused({ status: 'ROLLBACK_REQUESTED' }),
      'one',
      false,
      'The service deployment cannot be continued because it is in the ROLLBACK_REQUESTED state.',
    ],
  ])('refuses %s', (_, service, hookId, older, message) => {
    expect(proceed(service, hookId, 'CONTINUE', older)).toEqual({
      kind: 'refused',
      error: 'InvalidParameterException',
      message,
    })
  })
})
