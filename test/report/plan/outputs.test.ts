import { describe, expect, test } from '@jest/globals'
import { planOutputs } from '../../../src/report/plan/outputs.js'
import { StaggerError } from '../../../src/words.js'
import { affected, fingerprint, planOf, service } from './planned.js'

const FILE = '/tmp/plan.json'
/** Names as long as they may be: 64 characters each. */
const long = (count: number) =>
  planOf(
    Array.from({ length: count }, (_, at) => affected(`${String(at).padStart(6, '0')}-${'n'.repeat(57)}`)),
  )
const sizeOf = (outputs: object) => Object.entries(outputs).flat().join('').length

describe('the outputs of a plan', () => {
  test('name what is affected', () => {
    const outputs = planOutputs(planOf([affected('cart'), service('user')]), FILE)
    expect(outputs).toMatchObject({ any: 'true', services: '["cart"]', complete: 'true', plan: FILE })
    expect(JSON.parse(outputs.matrix).include).toMatchObject([
      { service: 'cart', fingerprint: fingerprint('a') },
    ])
  })

  test('say so where nothing is', () => {
    expect(planOutputs(planOf([service('user')]), FILE)).toEqual({
      any: 'false',
      matrix: '{"include":[]}',
      builds: '',
      services: '[]',
      complete: 'true',
      plan: FILE,
    })
  })

  test.each([
    ['all of 3000 services', 3000, true, true],
    ['of 6000 the names in the matrix alone', 6000, false, false],
  ])('hold %s', (_, count, hasNames, complete) => {
    const outputs = planOutputs(long(count), FILE)
    expect(sizeOf(outputs)).toBeLessThan(500_000)
    expect(
      JSON.parse(outputs.matrix).include.flatMap((leg: { service: string }) => leg.service.split(' ')),
    ).toHaveLength(count)
    expect(outputs.services !== '').toBe(hasNames)
    expect(outputs.complete).toBe(String(complete))
  })

  test('leave out the fingerprints first', () => {
    const plan = planOf([affected('cart'), affected('web')])
    const outputs = planOutputs(plan, FILE, 256, sizeOf(planOutputs(plan, FILE)) - 1)
    expect(outputs).toMatchObject({ services: '["cart","web"]', complete: 'false' })
    expect(JSON.parse(outputs.matrix).include[0]).not.toHaveProperty('fingerprint')
  })

  test('are refused where not even the matrix fits', () => {
    const refused = () => planOutputs(long(8000), FILE)
    expect(refused).toThrow(StaggerError)
    expect(refused).toThrow('8000 affected services')
  })
})
