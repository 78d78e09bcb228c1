import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createClock } from '../../../src/rehearsal/clock/clock.js'

describe('the clock of a cluster', () => {
  test('goes as the machine does, and is ahead by what was skipped', () => {
    let machine = 1000
    const clock = createClock(() => machine)
    clock.skip(500)
    machine += 10
    expect([clock.now(), clock.ahead()]).toEqual([1510, 500])
  })

  test('stands still while it is held, and goes on from there', () => {
    let machine = 1000
    const clock = createClock(() => machine)
    clock.hold()
    machine += 400
    expect(clock.now()).toBe(1000)
    clock.skip(50)
    clock.release()
    machine += 7
    expect([clock.now(), clock.ahead()]).toEqual([1057, -350])
  })

  test('never goes back', () => {
    const deed = fc.oneof(
      fc.nat(1000).map((by) => ['pass', by] as const),
      fc.nat(1000).map((by) => ['skip', by] as const),
      fc.constantFrom(['hold', 0] as const, ['release', 0] as const),
    )
    fc.assert(
      fc.property(fc.array(deed), (deeds) => {
        let machine = 0
        const clock = createClock(() => machine)
        for (const [what, by] of deeds) {
          const before = clock.now()
          if (what === 'pass') machine += by
          else if (what === 'skip') clock.skip(by)
          else clock[what]()
          expect(clock.now()).toBeGreaterThanOrEqual(before)
        }
      }),
    )
  })
})
