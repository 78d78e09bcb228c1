import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Effect } from '../../../src/rehearsal/controller/effects.js'
import type { Observation, SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type { Service, Settings } from '../../../src/rehearsal/controller/state.js'
import { step } from '../../../src/rehearsal/controller/step.js'
import { at, FakeWorld, GROUP, SETTINGS, service } from './world.js'

interface Target {
  readonly startedAt: number
  state: SeenTask['targets'][number]['state']
  stopped: boolean
}

/** Tasks that get healthy a second after their start, and sick when somebody says so. */
class Ward {
  readonly targets = new Map<string, Target>()
  service: Service
  now = 0
  mostAlive = 0

  constructor(settings: Partial<Settings> = {}, desiredCount = 2) {
    this.service = service({ desiredCount, settings: { ...SETTINGS, ...settings } })
  }

  private see({ state, stopped, startedAt }: Target): SeenTask {
    return {
      phase: stopped ? 'stopped' : this.now - startedAt > 300 ? 'running' : 'pending',
      health: 'UNKNOWN',
      hasHealthCheck: false,
      targets: [{ targetGroup: GROUP, state, inFlight: 0, deregistrationDelaySeconds: 1 }],
      ...(stopped ? { stopped: { startFailed: false, reason: 'Essential container in task exited' } } : {}),
    }
  }

  private observe(): Observation {
    const tasks = new Map([...this.targets].map(([id, target]) => [id, this.see(target)]))
    return { ...new FakeWorld(() => 'fine').observe(0), tasks }
  }

  private carryOut(effect: Effect): void {
    if (effect.kind === 'weigh' || effect.kind === 'call') return
    const target = this.targets.get(effect.task)
    if (effect.kind === 'start' && !target)
      this.targets.set(effect.task, { startedAt: this.now, state: 'unused', stopped: false })
    if (!target) return
    if (effect.kind === 'register') target.state = 'initial'
    if (effect.kind === 'deregister') target.state = 'draining'
    if (effect.kind === 'stop') target.stopped = true
  }

  turn(): void {
    this.now += 200
    for (const target of this.targets.values()) {
      if (target.state === 'initial' && this.now - target.startedAt > 1000) target.state = 'healthy'
      if (target.state === 'draining') target.state = 'unused'
    }
    const next = step(this.service, this.observe(), at(this.now))
    this.service = next.service
    for (const effect of next.effects) this.carryOut(effect)
    this.mostAlive = Math.max(this.mostAlive, this.alive())
  }

  /** Until nothing moves any more. */
  settle(turns = 60): this {
    for (let turn = 0; turn < turns; turn += 1) this.turn()
    return this
  }

  healthy(): readonly string[] {
    return [...this.targets]
      .filter(([, { state, stopped }]) => state === 'healthy' && !stopped)
      .map(([id]) => id)
  }

  alive(): number {
    return this.service.tasks.filter(({ phase }) => phase === 'pending' || phase === 'running').length
  }

  ail(id: string | undefined): void {
    const target = this.targets.get(id ?? '')
    if (target?.state === 'healthy') target.state = 'unhealthy'
  }

  recover(id: string): void {
    const target = this.targets.get(id)
    if (target?.state === 'unhealthy') target.state = 'healthy'
  }

  phaseOf(id: string | undefined) {
    return this.service.tasks.find((task) => task.id === id)?.phase
  }
}

describe('a task that gets sick', () => {
  test('is replaced first, and leaves once the other serves', () => {
    const ward = new Ward().settle()
    const [sick, other] = ward.healthy()
    ward.ail(sick)
    while (ward.healthy().length < 2) {
      expect(ward.phaseOf(sick)).toBe('running')
      ward.turn()
    }
    expect(ward.alive()).toBe(3)
    ward.settle()
    expect(ward.phaseOf(sick)).toBe('stopped')
    expect(ward.healthy()).toHaveLength(2)
    expect(ward.healthy()).toContain(other)
    expect(ward.service.tasks.find(({ id }) => id === sick)?.why).toEqual({
      code: 'ServiceSchedulerInitiated',
      reason: `Task failed ELB health checks in (target-group ${GROUP})`,
    })
    const told = ward.service.events
      .map(({ message }) => message)
      .filter((text) => text.includes('unhealthy'))
    expect(told).toHaveLength(1)
  })

  test('leaves first where maximumPercent has no room, one at a time', () => {
    const ward = new Ward({ maximumPercent: 100, minimumHealthyPercent: 50 }, 3).settle()
    ward.mostAlive = 0
    const [one, two] = ward.healthy()
    ward.ail(one)
    ward.ail(two)
    ward.turn()
    const leaving = () =>
      [one, two].filter((id) => ward.phaseOf(id) === 'draining' || ward.phaseOf(id) === 'stopping')
    let most = 0
    for (let turn = 0; turn < 80; turn += 1) {
      most = Math.max(most, leaving().length)
      ward.turn()
    }
    expect(most).toBe(1)
    expect(ward.mostAlive).toBe(3)
    expect(ward.healthy()).toHaveLength(3)
  })

  test('stays where it gets well again, and who was to replace it goes', () => {
    const ward = new Ward().settle()
    const before = ward.healthy()
    ward.ail(before[0])
    ward.turn()
    ward.turn()
    ward.recover(before[0] ?? '')
    ward.settle()
    expect(ward.healthy()).toEqual(before)
    expect(ward.alive()).toBe(2)
    expect(ward.service.tasks.every(({ sick }) => sick === undefined)).toBe(true)
  })

  test('goes where the one in its place got sick too: there are never more than desired for long', () => {
    const ward = new Ward({}, 1).settle()
    const [first] = ward.healthy()
    ward.ail(first)
    while (ward.healthy().length === 0) ward.turn()
    const [second] = ward.healthy()
    ward.ail(second)
    ward.turn()
    expect(ward.phaseOf(first)).toBe('draining')
    ward.settle()
    expect(ward.phaseOf(second)).toBe('stopped')
    expect([ward.healthy().length, ward.alive()]).toEqual([1, 1])
  })

  test('with a fixed port of the machine leaves first', () => {
    const ward = new Ward({}, 1)
    ward.service = {
      ...ward.service,
      revisions: ward.service.revisions.map((one) => ({ ...one, hostPorts: ['80/tcp'] })),
    }
    ward.settle()
    const [first] = ward.healthy()
    ward.mostAlive = 0
    ward.ail(first)
    ward.settle()
    expect(ward.mostAlive).toBe(1)
    expect(ward.phaseOf(first)).toBe('stopped')
    expect(ward.healthy()).toHaveLength(1)
  })

  interface Happening {
    readonly turns: number
    readonly who: number
    readonly well: boolean
  }
  const happening: fc.Arbitrary<Happening> = fc.record({
    turns: fc.integer({ min: 1, max: 15 }),
    who: fc.nat(9),
    well: fc.boolean(),
  })

  const happen = (ward: Ward, { who, well }: Happening): void => {
    const [ids, healthy] = [[...ward.targets.keys()], ward.healthy()]
    if (well) ward.recover(ids[who % ids.length] ?? '')
    else ward.ail(healthy[who % Math.max(1, healthy.length)])
  }

  const turnSparing = (ward: Ward, desired: number): void => {
    const before = ward.healthy().length
    ward.turn()
    const after = ward.healthy().length
    if (after < before) expect(after).toBeGreaterThanOrEqual(desired)
  }

  test('whoever gets sick or well: at most maximumPercent run, who serves is spared, and in the end all serve', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(100, 150, 200),
        (happenings, desired, maximumPercent) => {
          const ward = new Ward({ maximumPercent }, desired).settle()
          ward.mostAlive = 0
          for (const one of happenings) {
            happen(ward, one)
            for (let turn = 0; turn < one.turns; turn += 1) turnSparing(ward, desired)
          }
          ward.settle(150)
          expect([ward.healthy().length, ward.alive()]).toEqual([desired, desired])
          expect(ward.mostAlive).toBeLessThanOrEqual(Math.floor((desired * maximumPercent) / 100))
        },
      ),
      { numRuns: 100 },
    )
  })
})
