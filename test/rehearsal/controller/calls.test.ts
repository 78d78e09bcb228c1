import { describe, expect, test } from '@jest/globals'
import { standingOf } from '../../../src/rehearsal/clock/standing.js'
import type { ReportEvent } from '../../../src/rehearsal/controller/calls.js'
import type { Hook, Plan } from '../../../src/rehearsal/controller/course.js'
import { INVALID } from '../../../src/rehearsal/controller/hooks.js'
import { continueDeployment, reportHook } from '../../../src/rehearsal/controller/requests.js'
import type { Stage } from '../../../src/rehearsal/controller/stages.js'
import type { Says } from '../model/cloud.js'
import { BLUE, GREEN, Play, PRODUCTION } from '../model/play.js'
import { at } from './world.js'

const MINUTE = 60_000
const BLUE_GREEN: Plan = { strategy: 'BLUE_GREEN' }
const TARGET = 'arn:aws:lambda:eu-central-1:000000000000:function:check'

const lambda = (stage: Stage, change: Partial<Hook> = {}): Hook => ({
  stages: [stage],
  timeoutMinutes: 30,
  action: 'ROLLBACK',
  lambda: { target: TARGET },
  ...change,
})
const pause = (stage: Stage): Hook => ({ stages: [stage], timeoutMinutes: 30, action: 'ROLLBACK' })

/** A service whose first deployment is done, and a second one begun whose functions answer so. */
const update = (says: readonly Says[], hooks: readonly Hook[], plan: Plan = BLUE_GREEN): Play => {
  const play = new Play({ settings: { plan }, says })
  play.deploy('1')
  play.settle()
  expect(play.cloud.asked.size).toBe(0)
  play.service = { ...play.service, settings: { ...play.service.settings, hooks } }
  play.deploy('2')
  return play
}

const asked = (play: Play) => [...play.cloud.asked.values()]
const stages = (play: Play) => asked(play).map(({ event }) => event.lifecycleStage)
const wait = (play: Play) => play.deployment.course.waits[0]
const until = (play: Play, holds: () => boolean): void => {
  for (let count = 0; !holds(); count += 1) {
    if (count > 5000) throw new Error(`never: ${JSON.stringify(play.deployment)}`)
    play.turn()
  }
}

const HOOKED: readonly Stage[] = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
]
const reasonAt = (stage: Stage): string =>
  `Service deployment rolled back because ${stage} lifecycle hook(s) failed. The function said no.`

describe('a function that is asked at a stage', () => {
  test.each(HOOKED)('%s: it says yes, and the deployment goes on', (stage) => {
    const play = update(['yes'], [lambda(stage)])
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(stages(play)).toEqual([stage])
    expect(play.cloud.broken).toEqual([])
  })

  test.each(HOOKED)('%s: it says no, and the deployment goes back', (stage) => {
    const play = update(['no', 'yes'], [lambda(stage)])
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      reason: reasonAt(stage),
      rollback: { reason: reasonAt(stage), from: stage },
    })
    expect(play.alive()).toEqual(['1'])
    expect(play.cloud.rules.get(PRODUCTION)).toMatchObject({ [GREEN]: 0 })
    expect(play.cloud.broken).toEqual([])
  })

  test('while it is asked the deployment stays there, and a person cannot answer for it', () => {
    const play = update(['nothing'], [lambda('POST_SCALE_UP')])
    until(play, () => asked(play).length === 1)
    play.turns(50)
    expect(play.deployment.course.stage).toBe('POST_SCALE_UP')
    expect(wait(play)).toMatchObject({
      status: 'IN_PROGRESS',
      hookId: expect.stringMatching(/^ecs-lambda-[\w-]{43}$/),
    })
    const hookId = wait(play)?.hookId ?? ''
    expect(continueDeployment(play.service, play.deployment, hookId, 'CONTINUE', at(play.now)).kind).toBe(
      'refused',
    )
    expect(asked(play)).toHaveLength(1)
  })

  test('the weights move while it is asked, and it holds the stage until it has answered', () => {
    const play = update(['nothing'], [lambda('PRODUCTION_TRAFFIC_SHIFT')])
    until(play, () => play.cloud.rules.get(PRODUCTION)?.[GREEN] === 100)
    play.turns(100)
    expect(play.deployment.course.stage).toBe('PRODUCTION_TRAFFIC_SHIFT')
    play.cloud.pacify()
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test('one that is not done is asked again, each time after its delay, and is told what it said', () => {
    const details = { bucket: 'b', seen: false }
    const play = update(
      ['later', 'later', 'yes'],
      [lambda('POST_SCALE_UP', { lambda: { target: TARGET, details } })],
    )
    until(play, () => asked(play).length === 1)
    const began = play.now
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(asked(play).map(({ event }) => event.hookDetails)).toEqual([
      details,
      { bucket: 'b', seen: true },
      { bucket: 'b', seen: true },
    ])
    expect(new Set(asked(play).map(({ event }) => event.executionId)).size).toBe(1)
    expect(play.now - began).toBeGreaterThan(MINUTE)
    expect(play.now - began).toBeLessThan(1.5 * MINUTE)
  })

  test('one that is never done is over at its limit', () => {
    const play = update(['later'], [lambda('POST_SCALE_UP', { timeoutMinutes: 2 })])
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      reason: `Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target ${TARGET} timed out.`,
    })
    expect(asked(play)).toHaveLength(4)
  })

  test.each(['CONTINUE', 'ROLLBACK'] as const)('one that never answers does %s at its limit', (action) => {
    const play = update(['nothing'], [lambda('POST_SCALE_UP', { timeoutMinutes: 2, action })])
    play.settle()
    expect(play.deployment.status).toBe(action === 'CONTINUE' ? 'SUCCESSFUL' : 'ROLLBACK_SUCCESSFUL')
  })

  test('a person who is not there is told of in the words of a pause', () => {
    const play = update([], [pause('POST_SCALE_UP')])
    until(play, () => wait(play)?.status === 'AWAITING_ACTION')
    play.turn({ lag: 0 }, 31 * MINUTE)
    expect(play.deployment.reason).toBe(
      'Service deployment rolled back because POST_SCALE_UP pause hook timed out.',
    )
  })
})

describe('several hooks at a stage', () => {
  test('ten functions are all asked at once, and all must say yes', () => {
    const hooks = Array.from({ length: 10 }, () => lambda('POST_SCALE_UP'))
    const play = update([...Array<Says>(9).fill('yes'), 'later', 'yes'], hooks)
    until(play, () => asked(play).length > 0)
    expect(asked(play)).toHaveLength(10)
    expect(new Set(asked(play).map(({ event }) => event.executionId)).size).toBe(10)
    play.turns(20)
    expect(play.deployment.course.waits.map(({ status }) => status)).toEqual([
      ...Array(9).fill('SUCCEEDED'),
      'IN_PROGRESS',
    ])
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(asked(play)).toHaveLength(11)
  })

  test('one no among ten is enough', () => {
    const hooks = Array.from({ length: 10 }, () => lambda('POST_SCALE_UP'))
    const play = update(['yes', 'yes', 'no', 'nothing'], hooks)
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      reason: reasonAt('POST_SCALE_UP'),
    })
  })

  test('a function and a person are both waited for', () => {
    const play = update(['yes'], [lambda('POST_SCALE_UP'), pause('POST_SCALE_UP')])
    until(play, () => wait(play)?.status === 'SUCCEEDED')
    play.turns(20)
    const [, person] = play.deployment.course.waits
    expect(person?.status).toBe('AWAITING_ACTION')
    const answer = continueDeployment(
      play.service,
      play.deployment,
      person?.hookId ?? '',
      'CONTINUE',
      at(play.now),
    )
    if (answer.kind === 'done') play.service = answer.service
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })
})

describe('what a function is told', () => {
  const eventAt = (stage: Stage, plan: Plan = BLUE_GREEN) => {
    const play = update(['yes'], [lambda(stage)], plan)
    play.settle(10_000)
    return asked(play).map(({ event }) => event)
  }
  const [OLD, NEW] = ['arn:revision/1', 'arn:revision/2']

  test('who is deployed, and where it is', () => {
    const [event] = eventAt('POST_SCALE_UP')
    expect(event).toEqual({
      executionDetails: {
        testTrafficWeights: {},
        productionTrafficWeights: {},
        serviceArn: 'arn:service',
        targetServiceRevisionArn: NEW,
      },
      executionId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      lifecycleStage: 'POST_SCALE_UP',
      resourceArn: 'arn:deployment/2',
    })
  })

  test('the weights that move', () => {
    expect(eventAt('TEST_TRAFFIC_SHIFT')[0]?.executionDetails).toMatchObject({
      testTrafficWeights: { [NEW]: 100, [OLD]: 0 },
      productionTrafficWeights: {},
    })
    expect(eventAt('PRODUCTION_TRAFFIC_SHIFT')[0]?.executionDetails).toMatchObject({
      testTrafficWeights: {},
      productionTrafficWeights: { [NEW]: 100, [OLD]: 0 },
    })
    expect(eventAt('PRE_PRODUCTION_TRAFFIC_SHIFT')[0]?.executionDetails.productionTrafficWeights).toEqual({})
  })

  test('every step of LINEAR is asked about, each as an execution of its own', () => {
    const events = eventAt('PRODUCTION_TRAFFIC_SHIFT', { strategy: 'LINEAR', tenths: 333, bakeMinutes: 0 })
    expect(events.map(({ executionDetails }) => executionDetails.productionTrafficWeights[NEW])).toEqual([
      33.3, 66.6, 99.9, 100,
    ])
    expect(events.map(({ executionDetails }) => executionDetails.productionTrafficWeights[OLD])).toEqual([
      66.7, 33.4, 0.1, 0,
    ])
    expect(new Set(events.map(({ executionId }) => executionId)).size).toBe(4)
  })

  test('of a first deployment, that everything is its own', () => {
    const play = new Play({ settings: { plan: BLUE_GREEN, hooks: [lambda('PRODUCTION_TRAFFIC_SHIFT')] } })
    play.deploy('1')
    play.settle()
    expect(asked(play)[0]?.event.executionDetails.productionTrafficWeights).toEqual({ 'arn:revision/1': 100 })
  })

  test('a first deployment that it refuses has nowhere to go back to', () => {
    const play = new Play({
      settings: { plan: BLUE_GREEN, hooks: [lambda('PRE_SCALE_UP')] },
      says: ['no'],
    })
    play.deploy('1')
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_FAILED',
      reason: 'No rollback candidate was found to run the rollback.',
    })
  })

  test('while revisions are reconciled: all weights', () => {
    const play = update(['yes'], [lambda('RECONCILE_SERVICE')])
    until(play, () => play.cloud.rules.get(PRODUCTION)?.[GREEN] === 100)
    play.deploy('3')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(asked(play)[0]?.event.executionDetails).toMatchObject({
      testTrafficWeights: { 'arn:revision/3': 0, [OLD]: 100 },
      productionTrafficWeights: { 'arn:revision/3': 0, [OLD]: 100 },
    })
  })

  test('ROLLING asks before the first new task and after the last, and tells no weights', () => {
    const all = HOOKED.map((stage) => lambda(stage))
    const play = update(['yes'], all, { strategy: 'ROLLING' })
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(stages(play)).toEqual(['PRE_SCALE_UP', 'POST_SCALE_UP'])
  })
})

describe('on the way back', () => {
  const SHIFTS = [lambda('TEST_TRAFFIC_SHIFT'), lambda('PRODUCTION_TRAFFIC_SHIFT')]
  const back = (says: readonly Says[], refusedAt: Stage): Play => {
    const play = update(says, [...SHIFTS, lambda(refusedAt)])
    play.settle()
    return play
  }

  test.each<[Stage, readonly Says[], readonly Stage[]]>([
    ['POST_SCALE_UP', ['no', 'yes'], ['POST_SCALE_UP']],
    [
      'POST_TEST_TRAFFIC_SHIFT',
      ['yes', 'no', 'yes'],
      ['TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT', 'TEST_TRAFFIC_SHIFT'],
    ],
    [
      'POST_PRODUCTION_TRAFFIC_SHIFT',
      ['yes', 'yes', 'no', 'yes'],
      [
        'TEST_TRAFFIC_SHIFT',
        'PRODUCTION_TRAFFIC_SHIFT',
        'POST_PRODUCTION_TRAFFIC_SHIFT',
        'TEST_TRAFFIC_SHIFT',
        'PRODUCTION_TRAFFIC_SHIFT',
      ],
    ],
  ])('from %s the shifts that were begun are asked about once more', (stage, says, told) => {
    const play = back(says, stage)
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(stages(play)).toEqual(told)
  })

  test('it is told the weights of the way back', () => {
    const play = back(['yes', 'yes', 'no', 'yes'], 'POST_PRODUCTION_TRAFFIC_SHIFT')
    const weights = { 'arn:revision/1': 100, 'arn:revision/2': 0 }
    expect(
      asked(play)
        .slice(-2)
        .map(({ event }) => event.executionDetails),
    ).toMatchObject([{ testTrafficWeights: weights }, { productionTrafficWeights: weights }])
  })

  test.each<Says>(['no', 'nothing', 'later'])('an answer of %s keeps no traffic from going back', (says) => {
    const play = update(
      ['yes', 'yes', 'no', says],
      [
        lambda('TEST_TRAFFIC_SHIFT', { timeoutMinutes: 1 }),
        lambda('PRODUCTION_TRAFFIC_SHIFT', { timeoutMinutes: 1 }),
        lambda('POST_PRODUCTION_TRAFFIC_SHIFT'),
      ],
    )
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      reason: reasonAt('POST_PRODUCTION_TRAFFIC_SHIFT'),
    })
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 100, [GREEN]: 0 })
    expect(play.alive()).toEqual(['1'])
  })

  test('traffic is back before the functions have answered', () => {
    const play = update(
      ['yes', 'no', 'nothing'],
      [lambda('PRODUCTION_TRAFFIC_SHIFT'), lambda('POST_PRODUCTION_TRAFFIC_SHIFT')],
    )
    until(play, () => play.deployment.status === 'ROLLBACK_IN_PROGRESS')
    until(play, () => play.cloud.rules.get(PRODUCTION)?.[BLUE] === 100)
    expect(play.deployment.status).toBe('ROLLBACK_IN_PROGRESS')
  })
})

describe('a function that reports by itself, as those of CodeDeploy do', () => {
  const reporting = (stage: Stage): Hook =>
    lambda(stage, { timeoutMinutes: 60, lambda: { target: TARGET, reportsTo: 'd-1' } })
  const executionOf = (play: Play): string =>
    (asked(play).at(-1)?.event as unknown as ReportEvent | undefined)?.LifecycleEventHookExecutionId ?? ''
  const report = (play: Play, succeeded: boolean, execution = executionOf(play)) => {
    const answer = reportHook(play.service, play.deployment, execution, succeeded, at(play.now))
    if (answer.kind === 'done') play.service = answer.service
    return answer
  }
  const untilAsked = (play: Play): void => {
    until(play, () => asked(play).length === 1)
    play.turns(10)
  }

  test('is told where to, once, and what it returns says nothing', () => {
    const play = update(['called'], [reporting('POST_SCALE_UP')])
    untilAsked(play)
    expect(asked(play)[0]?.event).toEqual({
      DeploymentId: 'd-1',
      LifecycleEventHookExecutionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    play.turns(100)
    expect(play.deployment.course.stage).toBe('POST_SCALE_UP')
    expect(asked(play)).toHaveLength(1)
  })

  test.each([true, false])('says success: %s', (succeeded) => {
    const play = update(['called'], [reporting('POST_SCALE_UP')])
    untilAsked(play)
    expect(report(play, succeeded).kind).toBe('done')
    play.settle()
    expect(play.deployment).toMatchObject(
      succeeded ? { status: 'SUCCESSFUL' } : { status: 'ROLLBACK_SUCCESSFUL', reason: INVALID },
    )
  })

  test('may report before it has returned', () => {
    const play = update(['nothing'], [reporting('POST_SCALE_UP')])
    untilAsked(play)
    expect(report(play, true).kind).toBe('done')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test('that does not report within an hour fails the deployment', () => {
    const play = update(['called'], [reporting('POST_SCALE_UP')])
    untilAsked(play)
    play.turn({ lag: 0 }, 59 * MINUTE)
    expect(play.deployment.status).toBe('IN_PROGRESS')
    play.turn({ lag: 0 }, MINUTE)
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      reason: expect.stringMatching(/^The deployment timed out while waiting for a status callback\./),
    })
  })

  test('that cannot be called fails it at once', () => {
    const play = update(['no'], [reporting('POST_SCALE_UP')])
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      reason: `${INVALID} The function said no.`,
    })
  })

  test('is asked before the first step only', () => {
    const play = update(['called'], [reporting('PRE_PRODUCTION_TRAFFIC_SHIFT')], {
      strategy: 'LINEAR',
      tenths: 500,
      bakeMinutes: 0,
    })
    untilAsked(play)
    report(play, true)
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(asked(play)).toHaveLength(1)
  })

  test('is not heard twice, nor for another, nor when it is over', () => {
    const play = update(['called'], [reporting('POST_SCALE_UP'), reporting('POST_SCALE_UP')])
    until(play, () => asked(play).length === 2)
    play.turns(10)
    expect(report(play, true, 'nobody')).toMatchObject({
      error: 'InvalidLifecycleEventHookExecutionIdException',
    })
    report(play, true)
    expect(report(play, false)).toMatchObject({ error: 'LifecycleEventAlreadyCompletedException' })
    expect(play.deployment.status).toBe('IN_PROGRESS')
  })

  test('of ECS never reports', () => {
    const play = update(['nothing'], [lambda('POST_SCALE_UP')])
    untilAsked(play)
    expect(report(play, true, asked(play)[0]?.event.executionId)).toMatchObject({ kind: 'refused' })
  })

  test('is waited for as a person is: time is skipped', () => {
    const play = update(['called'], [reporting('POST_SCALE_UP')])
    untilAsked(play)
    const seen = play.cloud.observe(play.now, 0)
    expect(standingOf({ service: play.service, effects: play.effects }, seen, at(play.now))).toMatchObject({
      kind: 'waiting',
      until: wait(play)?.expiresAt,
    })
  })
})

describe('when answers are lost', () => {
  test('a controller that died asks again, by the same name', () => {
    const play = update(['nothing', 'yes'], [lambda('POST_SCALE_UP')])
    until(play, () => asked(play).length === 1)
    const [before] = asked(play)
    play.turn({ lag: 0, crash: { after: 0 } })
    play.turn()
    expect(asked(play)).toMatchObject([{ call: before?.call, event: before?.event }])
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test('a newer deployment calls off what the older one asked', () => {
    const play = update(['nothing', 'yes'], [lambda('POST_SCALE_UP')])
    until(play, () => asked(play).length === 1)
    play.deploy('3')
    play.settle()
    expect(play.deployment).toMatchObject({ status: 'SUCCESSFUL', target: '3' })
    expect(asked(play)).toHaveLength(2)
  })
})

describe('the time of a function', () => {
  const standing = (play: Play) =>
    standingOf(
      { service: play.service, effects: play.effects },
      play.cloud.observe(play.now, 0),
      at(play.now),
    )

  test('is real while it is asked', () => {
    const play = update(['nothing'], [lambda('POST_SCALE_UP')])
    until(play, () => asked(play).length === 1)
    play.turns(50)
    expect(standing(play)).toEqual({ kind: 'busy' })
  })

  test('is skipped until it is asked again', () => {
    const play = update(['later'], [lambda('POST_SCALE_UP')])
    until(play, () => wait(play)?.asks?.answered === 1)
    expect(standing(play)).toMatchObject({ kind: 'waiting', until: wait(play)?.asks?.at })
  })

  test('is skipped on the way back, too', () => {
    const play = update(
      ['yes', 'no', 'later'],
      [lambda('PRODUCTION_TRAFFIC_SHIFT'), lambda('POST_PRODUCTION_TRAFFIC_SHIFT')],
    )
    until(play, () => play.deployment.rollback !== undefined && wait(play)?.asks?.answered === 1)
    until(play, () => standing(play).kind === 'waiting')
    expect(standing(play)).toMatchObject({ until: wait(play)?.asks?.at })
  })
})
