import { describe, expect, test } from '@jest/globals'
import type { Plan } from '../../../src/rehearsal/controller/course.js'
import { continueDeployment, stopDeployment } from '../../../src/rehearsal/controller/requests.js'
import type { Stage } from '../../../src/rehearsal/controller/stages.js'
import type { Settings } from '../../../src/rehearsal/controller/state.js'
import type { Fate } from '../model/cloud.js'
import { BLUE, GREEN, Play, PRODUCTION, TEST } from '../model/play.js'
import { at } from './world.js'

const BLUE_GREEN: Plan = { strategy: 'BLUE_GREEN' }
const CANARY: Plan = { strategy: 'CANARY', tenths: 50, bakeMinutes: 10 }
const LINEAR: Plan = { strategy: 'LINEAR', tenths: 250, bakeMinutes: 6 }

const MINUTE = 60_000

/** A service whose first deployment is done, and a second one of `settings` begun. */
const update = (settings: Partial<Settings>, fates: Readonly<Record<string, Fate>> = {}): Play => {
  const play = new Play({ settings: { ...settings, bakeMinutes: 0, hooks: [] }, fates })
  play.deploy('1')
  play.settle()
  expect(play.deployment.status).toBe('SUCCESSFUL')
  play.service = { ...play.service, settings: { ...play.service.settings, ...settings } }
  play.deploy('2')
  return play
}

interface Seen {
  readonly stage: Stage
  readonly production: number
}

/** Every stage and share of green that was passed, in order, once each. */
const watch = (play: Play): readonly string[] => {
  const told: string[] = []
  for (let count = 0; play.underWay && count < 5000; count += 1) {
    play.turn()
    const { course } = play.deployment
    const seen: Seen = { stage: course.stage, production: play.cloud.rules.get(PRODUCTION)?.[GREEN] ?? 0 }
    const line = `${seen.stage} ${seen.production}`
    if (told.at(-1) !== line) told.push(line)
  }
  return told
}

describe('the strategies, stage by stage', () => {
  test('BLUE_GREEN shifts all at once, bakes, and cleans up', () => {
    const play = update({ plan: BLUE_GREEN, bakeMinutes: 1 })
    expect(watch(play)).toEqual([
      'SCALE_UP 0',
      'TEST_TRAFFIC_SHIFT 0',
      'PRODUCTION_TRAFFIC_SHIFT 100',
      'BAKE_TIME 100',
      'CLEAN_UP 100',
    ])
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(play.alive()).toEqual(['2'])
    expect(play.cloud.rules.get(TEST)).toEqual({ [BLUE]: 0, [GREEN]: 100 })
    expect(play.cloud.broken).toEqual([])
  })

  test('CANARY shifts its percentage, then the rest', () => {
    const play = update({ plan: CANARY })
    expect(watch(play)).toEqual([
      'SCALE_UP 0',
      'TEST_TRAFFIC_SHIFT 0',
      'PRODUCTION_TRAFFIC_SHIFT 5',
      'PRODUCTION_TRAFFIC_SHIFT 100',
      'CLEAN_UP 100',
    ])
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test('LINEAR shifts step by step', () => {
    const play = update({ plan: LINEAR })
    expect(watch(play).filter((line) => line.startsWith('PRODUCTION'))).toEqual([
      'PRODUCTION_TRAFFIC_SHIFT 25',
      'PRODUCTION_TRAFFIC_SHIFT 50',
      'PRODUCTION_TRAFFIC_SHIFT 75',
      'PRODUCTION_TRAFFIC_SHIFT 100',
    ])
  })

  test('the next deployment goes back into the first group', () => {
    const play = update({ plan: BLUE_GREEN })
    play.settle()
    play.deploy('3')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 100, [GREEN]: 0 })
    expect(play.cloud.broken).toEqual([])
  })

  test.each<[string, Partial<Settings>, number]>([
    ['the bake time of BLUE_GREEN', { plan: BLUE_GREEN, bakeMinutes: 3 }, 3],
    ['the step bake of CANARY, once', { plan: CANARY }, 10],
    ['the step bakes of LINEAR, not after the last step', { plan: LINEAR }, 18],
    ['step bakes and the bake time', { plan: LINEAR, bakeMinutes: 5 }, 23],
    ['nothing where nothing bakes', { plan: { ...LINEAR, bakeMinutes: 0 } as Plan }, 0],
  ])('a deployment lasts %s', (_, settings, minutes) => {
    const play = update(settings)
    const began = play.now
    play.settle(10_000)
    const lasted = (play.now - began) / MINUTE
    expect(lasted).toBeGreaterThanOrEqual(minutes)
    expect(lasted).toBeLessThan(minutes + 0.5)
  })
})

describe('a service with little to shift', () => {
  test.each([BLUE_GREEN, CANARY, LINEAR])('$strategy without a load balancer passes its stages', (plan) => {
    const play = new Play({ settings: { plan } })
    play.deploy('1', false)
    play.settle(10_000)
    play.deploy('2', false)
    play.settle(10_000)
    expect(play.deployment).toMatchObject({ status: 'SUCCESSFUL', target: '2' })
    expect(play.alive()).toEqual(['2'])
  })

  test('of no desired tasks still moves its weights', () => {
    const play = new Play({ settings: { plan: BLUE_GREEN }, desired: 0 })
    play.deploy('1')
    play.settle()
    play.deploy('2')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 0, [GREEN]: 100 })
  })

  test('for the first time pauses and bakes, and its group keeps what it has', () => {
    const play = new Play({ settings: { plan: CANARY, bakeMinutes: 2, hooks: [hook('POST_SCALE_UP')] } })
    play.deploy('1')
    proceed(play, untilPaused(play))
    const began = play.now
    play.settle(5000)
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(play.now - began).toBeGreaterThanOrEqual(2 * MINUTE)
    expect(play.now - began).toBeLessThan(3 * MINUTE)
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 1, [GREEN]: 0 })
  })
})

const hook = (stage: Stage, action: 'CONTINUE' | 'ROLLBACK' = 'ROLLBACK') => ({
  stages: [stage],
  timeoutMinutes: 30,
  action,
})

const waits = (play: Play) =>
  play.deployment.course.waits.filter(({ status }) => status === 'AWAITING_ACTION')

const untilPaused = (play: Play): string => {
  for (let count = 0; count < 3000 && waits(play).length === 0; count += 1) play.turn()
  return waits(play)[0]?.hookId ?? ''
}

const proceed = (play: Play, hookId: string, action: 'CONTINUE' | 'ROLLBACK' = 'CONTINUE') => {
  const answer = continueDeployment(play.service, play.deployment, hookId, action, at(play.now))
  if (answer.kind === 'done') play.service = answer.service
  return answer
}

describe('PAUSE hooks', () => {
  const STAGES: readonly Stage[] = [
    'PRE_SCALE_UP',
    'POST_SCALE_UP',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'POST_PRODUCTION_TRAFFIC_SHIFT',
  ]
  test.each(STAGES)('%s waits, and goes on when told', (stage) => {
    const play = update({ plan: BLUE_GREEN, hooks: [hook(stage)] })
    const hookId = untilPaused(play)
    expect(hookId).toMatch(/^ecs-pause-[\w-]{43}$/)
    play.turns(50)
    expect(play.deployment.course.stage).toBe(stage)
    expect(proceed(play, hookId).kind).toBe('done')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test.each(STAGES)('%s rolls back when told', (stage) => {
    const play = update({ plan: BLUE_GREEN, hooks: [hook(stage)] })
    proceed(play, untilPaused(play), 'ROLLBACK')
    expect(play.deployment.status).toBe('ROLLBACK_REQUESTED')
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(play.alive()).toEqual(['1'])
    expect(play.cloud.rules.get(PRODUCTION)).toEqual(
      stage === 'POST_PRODUCTION_TRAFFIC_SHIFT' ? { [BLUE]: 100, [GREEN]: 0 } : { [BLUE]: 1, [GREEN]: 0 },
    )
  })

  test('in LINEAR a hook before the shift fires before every step, each time with a new id', () => {
    const play = update({
      plan: { strategy: 'LINEAR', tenths: 500, bakeMinutes: 0 },
      hooks: [hook('PRE_PRODUCTION_TRAFFIC_SHIFT')],
    })
    const first = untilPaused(play)
    proceed(play, first)
    const second = untilPaused(play)
    expect(second).not.toBe(first)
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 50, [GREEN]: 50 })
    expect(proceed(play, first)).toMatchObject({ kind: 'refused', error: 'InvalidParameterException' })
    proceed(play, second)
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test.each(['CONTINUE', 'ROLLBACK'] as const)('one that nobody answers does %s', (action) => {
    const play = update({ plan: BLUE_GREEN, hooks: [hook('POST_SCALE_UP', action)] })
    untilPaused(play)
    play.turn({ lag: 0 }, 29 * MINUTE)
    expect(waits(play)).toHaveLength(1)
    play.turn({ lag: 0 }, 2 * MINUTE)
    play.settle()
    expect(play.deployment.status).toBe(action === 'CONTINUE' ? 'SUCCESSFUL' : 'ROLLBACK_SUCCESSFUL')
  })

  test('two at one stage are both waited for', () => {
    const play = update({ plan: BLUE_GREEN, hooks: [hook('POST_SCALE_UP'), hook('POST_SCALE_UP')] })
    proceed(play, untilPaused(play))
    play.turns(20)
    expect(waits(play)).toHaveLength(1)
    proceed(play, untilPaused(play))
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test('ROLLING waits before the first new task and after the last', () => {
    const play = update({ hooks: [hook('PRE_SCALE_UP'), hook('POST_SCALE_UP')] })
    const first = untilPaused(play)
    expect(play.alive()).toEqual(['1'])
    proceed(play, first)
    const second = untilPaused(play)
    expect(play.alive()).toEqual(['2'])
    proceed(play, second)
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })
})

const stop = (play: Play, stopType = 'ROLLBACK') => {
  const answer = stopDeployment(play.service, play.deployment, stopType, at(play.now))
  if (answer.kind === 'done') play.service = answer.service
  return answer
}

const untilStage = (play: Play, stage: Stage): void => {
  for (let count = 0; play.deployment.course.stage !== stage; count += 1) {
    if (count > 5000) throw new Error(`never came to ${stage}`)
    play.turn()
  }
}

describe('a deployment that someone stops', () => {
  const STAGES: readonly Stage[] = [
    'PRE_SCALE_UP',
    'SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
    'BAKE_TIME',
    'CLEAN_UP',
  ]
  test.each(STAGES)('in %s goes back to the old revision', (stage) => {
    const play = update({ plan: CANARY, bakeMinutes: 1, hooks: [] })
    untilStage(play, stage)
    if (stage === 'CLEAN_UP') play.turns(1)
    expect(stop(play).kind).toBe('done')
    play.turn()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      rollback: { revision: '1' },
      reason: 'Service deployment rolled back because of a StopServiceDeployment request.',
    })
    expect(stop(play)).toEqual({ kind: 'done', service: play.service })
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(play.alive()).toEqual(['1'])
    expect(play.cloud.shareOf(GREEN)).toBe(0)
    expect(play.cloud.broken).toEqual([])
  })

  test('cannot be stopped once it has ended', () => {
    const play = update({ plan: BLUE_GREEN })
    play.settle()
    expect(stop(play)).toMatchObject({ kind: 'refused', error: 'ConflictException' })
  })

  test('cannot be aborted: ABORT is no valid stop type', () => {
    expect(stop(update({ plan: BLUE_GREEN }), 'ABORT')).toMatchObject({
      kind: 'refused',
      error: 'InvalidParameterException',
    })
  })

  test('for the first time has nowhere to go', () => {
    const play = new Play({ settings: { plan: BLUE_GREEN } })
    play.deploy('1')
    play.turns(3)
    stop(play)
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_FAILED',
      reason: 'No rollback candidate was found to run the rollback.',
    })
  })
})

describe('alarms', () => {
  const alarms = (rollback: boolean) => ({ enable: true, rollback, names: ['errors'] })

  test.each<Stage>(['SCALE_UP', 'PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME'])('in %s turn it around', (stage) => {
    const play = update({ plan: BLUE_GREEN, bakeMinutes: 5, alarms: alarms(true) })
    untilStage(play, stage)
    play.cloud.alarms.set('errors', 'ALARM')
    play.settle()
    expect(play.deployment).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      triggeredAlarms: ['errors'],
      reason: 'Service deployment rolled back because of CloudWatch alarm(s): errors.',
    })
  })

  test('are heeded while a hook waits', () => {
    const play = update({ plan: BLUE_GREEN, alarms: alarms(true), hooks: [hook('POST_SCALE_UP')] })
    untilPaused(play)
    play.cloud.alarms.set('errors', 'ALARM')
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
  })

  test('without rollback stop it where it stands', () => {
    const play = update({ plan: CANARY, alarms: alarms(false) })
    untilStage(play, 'PRODUCTION_TRAFFIC_SHIFT')
    play.turns(5)
    play.cloud.alarms.set('errors', 'ALARM')
    play.turns(50)
    expect(play.deployment.status).toBe('STOPPED')
    expect(play.alive()).toEqual(['1', '2'])
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 95, [GREEN]: 5 })
  })

  test('that ring already when it starts say nothing about it', () => {
    const play = update({ plan: BLUE_GREEN, alarms: alarms(true) })
    play.cloud.alarms.set('errors', 'ALARM')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
  })

  test('turn ROLLING around as well', () => {
    const play = update({ alarms: alarms(true) })
    play.turns(4)
    play.cloud.alarms.set('errors', 'ALARM')
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
  })
})

describe('a newer deployment', () => {
  test.each<Stage>(['SCALE_UP', 'PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME', 'CLEAN_UP'])(
    'in %s ends the older one, reconciles, and goes its own way',
    (stage) => {
      const play = update({ plan: CANARY, bakeMinutes: 1 })
      untilStage(play, stage)
      play.turns(2)
      play.deploy('3')
      play.turn()
      expect(play.deployment.course.stage).toBe('RECONCILE_SERVICE')
      play.settle(5000)
      expect(play.service.deployments.map(({ status }) => status)).toEqual([
        'SUCCESSFUL',
        'STOPPED',
        'SUCCESSFUL',
      ])
      expect(play.alive()).toEqual(['3'])
      expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 0, [GREEN]: 100 })
      expect(play.cloud.broken).toEqual([])
    },
  )

  test('of ROLLING takes the traffic back from a canary first', () => {
    const play = update({ plan: CANARY })
    untilStage(play, 'PRODUCTION_TRAFFIC_SHIFT')
    play.turns(6)
    play.service = { ...play.service, settings: { ...play.service.settings, plan: { strategy: 'ROLLING' } } }
    play.deploy('3')
    play.settle()
    expect(play.deployment.status).toBe('SUCCESSFUL')
    expect(play.alive()).toEqual(['3'])
    expect(play.cloud.rules.get(PRODUCTION)).toEqual({ [BLUE]: 100, [GREEN]: 0 })
    expect(play.cloud.broken).toEqual([])
  })
})

describe('what cannot go on', () => {
  test('tasks that never serve: after 24 hours it goes back', () => {
    const play = update({ plan: BLUE_GREEN }, { 2: 'sick' })
    play.turns(20)
    play.turns(30, 60 * MINUTE)
    expect(play.deployment.status).toMatch(/^ROLLBACK/)
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(play.deployment.reason).toContain('SCALE_UP took longer than 24 hours')
  })

  test('tasks that never serve, of a deployment of CodeDeploy: after an hour', () => {
    const play = update({ plan: BLUE_GREEN, scaleUpMinutes: 60 }, { 2: 'sick' })
    play.turns(20)
    play.turns(2, 31 * MINUTE)
    expect(play.deployment.rollback).toMatchObject({ from: 'SCALE_UP' })
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(play.deployment.reason).toMatch(/timed out while waiting .* 60 minutes/)
  })

  test('a rule that does not name both groups', () => {
    const play = update({ plan: BLUE_GREEN })
    play.cloud.rules.set(PRODUCTION, { [BLUE]: 1 })
    play.settle()
    expect(play.deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(play.deployment.reason).toContain('must be associated with the productionListenerRule')
  })
})

test('the state is plain data', () => {
  const play = update({ plan: CANARY, hooks: [hook('POST_SCALE_UP')] })
  untilPaused(play)
  expect(JSON.parse(JSON.stringify(play.service))).toEqual(play.service)
})
