import { describe, expect, test } from '@jest/globals'
import { createTurns, type Weights } from '../../../src/rehearsal/router/weighted.js'

const draw = (weights: Weights, many: number): readonly (string | undefined)[] => {
  const turns = createTurns()
  return Array.from({ length: many }, () => turns(weights))
}
const count = (drawn: readonly (string | undefined)[], group: string): number =>
  drawn.filter((one) => one === group).length

describe('turns by weight', () => {
  test.each([0, 1, 5, 33, 50, 95, 100])(
    'a weight of %d gets as many of each 100, in any 100 in a row',
    (weight) => {
      const drawn = draw({ blue: 100 - weight, green: weight }, 500)
      for (let from = 0; from <= 400; from += 1)
        expect(Math.abs(count(drawn.slice(from, from + 100), 'green') - weight)).toBeLessThanOrEqual(1)
      expect(count(drawn, 'green')).toBe(5 * weight)
    },
  )

  test('a tenth of a percent is one of each thousand', () => {
    expect(count(draw({ blue: 999, green: 1 }, 3000), 'green')).toBe(3)
  })

  test('a share is spread, and does not come in a run', () => {
    expect(draw({ blue: 2, green: 1 }, 6)).toEqual(['blue', 'green', 'blue', 'blue', 'green', 'blue'])
  })

  test('a new weight is heeded from the next request on', () => {
    const turns = createTurns()
    for (let many = 0; many < 7; many += 1) turns({ blue: 100, green: 0 })
    const green = { blue: 0, green: 100 }
    expect(Array.from({ length: 20 }, () => turns(green))).toEqual(Array(20).fill('green'))
  })

  test('without a weight above zero it is nobody', () => {
    expect(createTurns()({ blue: 0, green: 0 })).toBeUndefined()
  })
})
