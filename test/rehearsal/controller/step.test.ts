import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Control } from '../../../src/rehearsal/control.js'
import { isUnderWay, type Service } from '../../../src/rehearsal/controller/state.js'
import { step } from '../../../src/rehearsal/controller/step.js'
import { at, FakeWorld, type Fate, SETTINGS, service, update } from './world.js'

interface Play {
  readonly world: FakeWorld
  service: Service
  now: number
}

const begin = (fates: Readonly<Record<string, Fate>>, change: Partial<Service> = {}): Play => ({
  world: new FakeWorld((definition) => fates[definition.slice(-1)] ?? 'fine'),
  service: service(change),
  now: 0,
})

const turn = (play: Play, requests = 1, control?: Control): void => {
  play.now += 200
  play.world.advance(play.now, requests)
  const { service: next, effects } = step(play.service, play.world.observe(play.now), at(play.now), control)
  play.service = next
  for (const effect of effects) play.world.carryOut(effect, play.now)
}

const settle = (play: Play, control?: Control): void => {
  for (let count = 0; count < 3000; count += 1) {
    turn(play, 1, control)
    if (play.service.deployments.every((deployment) => !isUnderWay(deployment))) return
  }
  throw new Error(`no end: ${JSON.stringify(play.service.deployments[0])}`)
}

const deploy = (play: Play, id: string): void => {
  play.service = update(play.service, id, at(play.now))
}

const statuses = (play: Play): readonly string[] => play.service.deployments.map(({ status }) => status)
const revisionsAlive = (play: Play): readonly string[] => [
  ...new Set(play.service.tasks.filter(({ phase }) => phase === 'running').map(({ revision }) => revision)),
]

describe('a rolling deployment', () => {
  test('succeeds, and only the new revision is left', () => {
    const play = begin({})
    settle(play)
    deploy(play, '2')
    settle(play)
    expect(statuses(play)).toEqual(['SUCCESSFUL', 'SUCCESSFUL'])
    expect(revisionsAlive(play)).toEqual(['2'])
    expect(play.world.violations).toEqual([])
  })

  test.each<Fate>(['sick', 'dies', 'unstartable'])('of tasks that are %s is rolled back', (fate) => {
    const play = begin({ 2: fate })
    settle(play)
    deploy(play, '2')
    settle(play)
    const [newest] = play.service.deployments
    expect(newest).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL', target: '2', rollback: { revision: '1' } })
    expect(newest?.failures).toBeGreaterThanOrEqual(3)
    expect(newest?.reason).toBe(
      'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    )
    expect(revisionsAlive(play)).toEqual(['1'])
  })

  test('that fails with nothing to go back to says so', () => {
    const play = begin({ 1: 'sick' })
    settle(play)
    expect(play.service.deployments[0]).toMatchObject({
      status: 'ROLLBACK_FAILED',
      reason: 'No rollback candidate was found to run the rollback.',
    })
  })

  test('that fails with rollback off stops, and the old tasks stay', () => {
    const play = begin(
      { 2: 'unstartable' },
      {
        settings: { ...SETTINGS, breaker: { ...SETTINGS.breaker, rollback: false } },
      },
    )
    settle(play)
    deploy(play, '2')
    settle(play)
    expect(statuses(play)).toEqual(['STOPPED', 'SUCCESSFUL'])
    expect(revisionsAlive(play)).toEqual(['1'])
    const before = play.service.begun
    for (let count = 0; count < 200; count += 1) turn(play)
    expect(play.service.begun).toBe(before)
  })

  test('is superseded by a newer one', () => {
    const play = begin({ 2: 'sick' })
    settle(play)
    deploy(play, '2')
    for (let count = 0; count < 4; count += 1) turn(play)
    deploy(play, '3')
    settle(play)
    expect(statuses(play)).toEqual(['SUCCESSFUL', 'STOPPED', 'SUCCESSFUL'])
    expect(revisionsAlive(play)).toEqual(['3'])
    expect(play.world.violations).toEqual([])
  })

  test('that someone stops goes back to the last completed revision', () => {
    const play = begin({})
    settle(play)
    deploy(play, '2')
    for (let count = 0; count < 8; count += 1) turn(play)
    const [newest, ...rest] = play.service.deployments
    if (!newest) throw new Error('no deployment')
    play.service = { ...play.service, deployments: [{ ...newest, status: 'ROLLBACK_REQUESTED' }, ...rest] }
    settle(play)
    expect(statuses(play)[0]).toBe('ROLLBACK_SUCCESSFUL')
    expect(revisionsAlive(play)).toEqual(['1'])
  })

  test('waits for what is in flight, and no longer than the deregistration delay', () => {
    const play = begin({}, { desiredCount: 1 })
    settle(play)
    deploy(play, '2')
    const draining = () => play.service.tasks.find(({ phase }) => phase === 'draining')
    while (!draining()) turn(play, 50)
    const id = draining()?.id
    const phase = () => play.service.tasks.find((task) => task.id === id)?.phase
    for (let count = 0; count < 40; count += 1) turn(play, 50)
    expect(phase()).toBe('draining')
    play.now += 3_600_000
    const { service: next } = step(play.service, play.world.observe(play.now), at(play.now))
    expect(next.tasks.find((task) => task.id === id)?.phase).toBe('stopping')
  })

  test('under the control stop-first is felt', () => {
    const play = begin({})
    settle(play, 'stop-first')
    deploy(play, '2')
    settle(play, 'stop-first')
    expect(play.world.violations.length).toBeGreaterThan(0)
  })

  test.each([
    ['DEFERRED', true, true],
    ['BLOCKING', false, false],
  ] as const)(
    'with criteria for an early success and %s clean-up succeeds before it is whole, and then gets whole',
    (_, deferred, remain) => {
      const plan = { strategy: 'ROLLING', early: { healthyPercent: 50, deferred } } as const
      const settings = { ...SETTINGS, plan, minimumHealthyPercent: 50, maximumPercent: 100 }
      const play = begin({}, { desiredCount: 4, settings })
      settle(play)
      deploy(play, '2')
      settle(play)
      const now = play.service.tasks.filter(({ phase, healthy }) => phase === 'running' && healthy)
      expect(statuses(play)).toEqual(['SUCCESSFUL', 'SUCCESSFUL'])
      expect(now.filter(({ revision }) => revision === '2').length).toBeGreaterThanOrEqual(2)
      const old = play.service.tasks.filter(({ revision, phase }) => revision === '1' && phase !== 'stopped')
      expect(old.length > 0).toBe(remain)
      for (let count = 0; count < 100; count += 1) turn(play)
      expect(statuses(play)).toEqual(['SUCCESSFUL', 'SUCCESSFUL'])
      expect(revisionsAlive(play)).toEqual(['2'])
      expect(play.world.serving()).toBe(4)
      expect(play.world.violations).toEqual([])
    },
  )

  test('with criteria for an early success waits for its bake time, and an alarm still turns it around', () => {
    const plan = { strategy: 'ROLLING', early: { healthyPercent: 100, deferred: true } } as const
    const alarms = { enable: true, rollback: true, names: ['errors'] }
    const play = begin({})
    settle(play)
    play.service = { ...play.service, settings: { ...SETTINGS, plan, alarms, bakeMinutes: 5 } }
    deploy(play, '2')
    while (play.service.deployments[0]?.course.stage !== 'BAKE_TIME') turn(play)
    const seen = { ...play.world.observe(play.now), alarms: new Map([['errors', 'ALARM' as const]]) }
    play.service = step(play.service, seen, at(play.now)).service
    settle(play)
    expect(statuses(play)[0]).toBe('ROLLBACK_SUCCESSFUL')
    expect(revisionsAlive(play)).toEqual(['1'])
    expect(play.world.violations).toEqual([])
  })

  test('of a deleted service: its tasks drain, then it is INACTIVE', () => {
    const play = begin({})
    settle(play)
    play.service = { ...play.service, status: 'DRAINING', desiredCount: 0 }
    for (let count = 0; count < 50; count += 1) turn(play)
    expect(play.service.status).toBe('INACTIVE')
    expect(play.world.violations).toEqual([])
    expect(play.world.alive()).toBe(0)
  })
})

const fate = fc.constantFrom<Fate>('fine', 'sick', 'dies', 'unstartable')
const scenario = fc.record({
  desired: fc.integer({ min: 1, max: 7 }),
  minimum: fc.constantFrom(0, 33, 50, 100),
  maximum: fc.constantFrom(125, 150, 200),
  fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
  pauses: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }),
  requests: fc.integer({ min: 0, max: 5 }),
})

const settings = (minimumHealthyPercent: number, maximumPercent: number) => ({
  ...SETTINGS,
  minimumHealthyPercent,
  maximumPercent,
})

describe('whatever the tasks do and whenever a newer deployment comes', () => {
  test('no serving task is stopped in rotation or with requests in flight, the bounds hold, and it ends', () => {
    fc.assert(
      fc.property(scenario, ({ desired, minimum, maximum, fates, pauses, requests }) => {
        const room = Math.floor((desired * maximum) / 100) > Math.ceil((desired * minimum) / 100)
        fc.pre(room)
        const byRevision = Object.fromEntries(fates.map((one, index) => [String(index + 2), one]))
        const play = begin(byRevision, { desiredCount: desired, settings: settings(minimum, maximum) })
        settle(play)
        const lower = Math.ceil((desired * minimum) / 100)
        const upper = Math.floor((desired * maximum) / 100)
        fates.forEach((_, index) => {
          deploy(play, String(index + 2))
          for (let count = 0; count < (pauses[index] ?? 1); count += 1) {
            turn(play, requests)
            expect(play.world.serving()).toBeGreaterThanOrEqual(lower)
            const alive = play.service.tasks.filter(({ phase }) => phase === 'pending' || phase === 'running')
            expect(alive.length).toBeLessThanOrEqual(upper)
          }
        })
        settle(play)
        expect(play.world.violations).toEqual([])
        expect(play.world.serving()).toBeGreaterThanOrEqual(desired)
        expect(revisionsAlive(play)).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  test('a step repeated after a crash changes nothing and asks for nothing new', () => {
    fc.assert(
      fc.property(fate, fc.integer({ min: 1, max: 80 }), (one, turns) => {
        const play = begin({ 2: one })
        settle(play)
        deploy(play, '2')
        for (let count = 0; count < turns; count += 1) turn(play)
        const seen = play.world.observe(play.now)
        const first = step(play.service, seen, at(play.now))
        const again = step(first.service, seen, at(play.now))
        for (const effect of [...first.effects, ...first.effects]) play.world.carryOut(effect, play.now)
        const tasks = play.world.tasks.size
        for (const effect of again.effects) play.world.carryOut(effect, play.now)
        expect(play.world.tasks.size - tasks).toBe(again.service.begun - first.service.begun)
        expect(play.world.violations).toEqual([])
      }),
    )
  })
})
