import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { planMatrix } from '../../../src/report/plan/matrix.js'
import { affected, edge, fingerprint, planOf, service } from './planned.js'

const builtFrom = (name: string, ...bases: string[]) =>
  affected(name, [], { stage: { edges: bases.map((base) => edge(base)) } })
const inGroup = (name: string, group: string) => affected(name, [], { service: { group } })
const names = (services: readonly ReturnType<typeof service>[], most?: number) =>
  planMatrix(planOf(services), most).include.map((leg) => leg.service)
const many = (count: number) => Array.from({ length: count }, (_, at) => affected(`s${at}`))

describe('the matrix', () => {
  test('has a job for each affected service', () => {
    const deploy = affected('web', [], { planned: { needs: ['test', 'deploy'] } })
    expect(planMatrix(planOf([affected('cart'), service('user'), deploy]))).toEqual({
      include: [
        {
          service: 'cart',
          title: 'cart',
          services: 1,
          leg: 1,
          legs: 2,
          needs: 'build',
          fingerprint: fingerprint('a'),
        },
        {
          service: 'web',
          title: 'web',
          services: 1,
          leg: 2,
          legs: 2,
          needs: 'test,deploy',
          fingerprint: fingerprint('a'),
        },
      ],
    })
  })

  test('is empty where nothing is affected', () => {
    expect(planMatrix(planOf([service('cart')]))).toEqual({ include: [] })
    expect(planMatrix(planOf([]), 1)).toEqual({ include: [] })
  })

  test.each([
    [
      'what is built from another comes after it',
      [builtFrom('web', 'base'), affected('base')],
      256,
      ['base', 'web'],
    ],
    ['an unaffected base is no job', [builtFrom('web', 'base'), service('base')], 256, ['web']],
    [
      'what hangs together shares a leg',
      [
        builtFrom('a', 'base'),
        affected('x'),
        builtFrom('b', 'base'),
        affected('y'),
        affected('base'),
        affected('z'),
      ],
      2,
      ['base a b', 'x y z'],
    ],
    [
      'so does what has two bases',
      [affected('p'), affected('x'), affected('q'), affected('y'), builtFrom('web', 'q', 'p'), affected('z')],
      2,
      ['q p web', 'x y z'],
    ],
    ['a group is one job', [inGroup('a', 'old'), affected('x'), inGroup('b', 'old')], 256, ['a b', 'x']],
    [
      'a group is never torn apart',
      [inGroup('a', 'old'), affected('x'), affected('y'), inGroup('b', 'old'), inGroup('c', 'old')],
      2,
      ['a b c', 'x y'],
    ],
    ['one job for all', many(3), 1, ['s0 s1 s2']],
  ])('%s', (_, services, most, expected) => {
    expect(names(services, most)).toEqual(expected)
  })

  test('of a thousand services fills 256 jobs evenly', () => {
    const { include } = planMatrix(planOf(many(1000)))
    expect(include).toHaveLength(256)
    expect([...new Set(include.map(({ services }) => services))].sort()).toEqual([3, 4])
    expect(include[0]).toMatchObject({
      service: 's0 s1 s2 s3',
      title: 's0 and 3 more',
      services: 4,
      leg: 1,
      legs: 256,
      fingerprint: null,
    })
  })

  test('needs in a leg what any of its services needs', () => {
    const services = [
      affected('a', [], { planned: { needs: ['deploy'] } }),
      affected('b', [], { planned: { needs: ['build', 'test'] } }),
    ]
    expect(planMatrix(planOf(services), 1).include[0]?.needs).toBe('build,test,deploy')
  })

  const world = fc
    .array(
      fc.record({
        group: fc.option(fc.constantFrom('g', 'h')),
        bases: fc.array(fc.nat(400), { maxLength: 3 }),
      }),
      {
        maxLength: 400,
      },
    )
    .map((all) =>
      all.map(({ group, bases }, at) =>
        affected(`s${at}`, [], {
          service: { group },
          // No circle: a base has a lower number. It may stand anywhere in the plan.
          stage: { edges: bases.filter((base) => base < at).map((base) => edge(`s${base}`)) },
        }),
      ),
    )
    .chain((services) => fc.shuffledSubarray(services, { minLength: services.length }))

  test('has every affected service once, in no more jobs than there may be', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 300 }), (services, most) => {
        const { include } = planMatrix(planOf(services), most)
        const listed = include.flatMap((leg) => leg.service.split(' '))
        expect(listed.toSorted()).toEqual(services.map((one) => one.service.name as string).toSorted())
        expect(include.length).toBeLessThanOrEqual(most)
        expect(include.map(({ leg }) => leg)).toEqual(include.map((_, at) => at + 1))
      }),
      { numRuns: 60 },
    )
  })

  test('without groups is even, and has bases first', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 300 }), (services, most) => {
        const single = services.map((one) => ({ ...one, service: { ...one.service, group: null } }))
        const { include } = planMatrix(planOf(single), most)
        const sizes = include.map((leg) => leg.services)
        expect(Math.max(0, ...sizes) - Math.min(...sizes, Math.max(0, ...sizes))).toBeLessThanOrEqual(1)
        const order = new Map(include.flatMap((leg) => leg.service.split(' ')).map((one, at) => [one, at]))
        for (const { service: own, image } of single)
          for (const base of image.inputs.edges)
            expect(order.get(base.service)).toBeLessThan(order.get(own.name) as number)
      }),
      { numRuns: 60 },
    )
  })
})
