import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, test } from '@jest/globals'
import { checkConditions, type Facts, matches } from '../../../src/rehearsal/elb/conditions.js'

const facts = (change: Partial<Facts> = {}): Facts => ({
  host: 'shop.example',
  path: '/img/a.png',
  method: 'GET',
  header: (name) => (name.toLowerCase() === 'x-kind' ? 'Test One' : undefined),
  ...change,
})
const path = (...Values: string[]): RuleCondition => ({ Field: 'path-pattern', Values })

test.each<[RuleCondition, boolean]>([
  [path('/img/*'), true],
  [path('/IMG/*'), false],
  [path('/img/?.png'), true],
  [path('/img/?'), false],
  [path('/css/*', '/img/*'), true],
  [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/img/a.png'] } }, true],
  [path('/img/a+png'), false],
  [{ Field: 'host-header', HostHeaderConfig: { Values: ['*.EXAMPLE'] } }, true],
  [{ Field: 'host-header', Values: ['example'] }, false],
  [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Kind', Values: ['test*'] } }, true],
  [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Other', Values: ['*'] } }, false],
  [{ Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['POST'] } }, false],
])('%j holds: %s', (condition, wanted) => {
  expect(matches([condition], facts())).toBe(wanted)
})

test('all conditions must hold', () => {
  expect(matches([path('/img/*'), { Field: 'host-header', Values: ['other'] }], facts())).toBe(false)
})

describe('what is refused', () => {
  test.each<[string, RuleCondition[], RegExp]>([
    ['none', [], /A condition must be specified/],
    ['no value', [path()], /value must be specified/],
    ['an unknown field', [{ Field: 'moon', Values: ['x'] }], /'moon' must be one of/],
    [
      'a header without a name',
      [{ Field: 'http-header', HttpHeaderConfig: { Values: ['x'] } }],
      /HttpHeaderName/,
    ],
    ['six values', [path('1', '2', '3', '4', '5', '6')], /6 condition values; the maximum is 5/],
    ['129 characters', [path('x'.repeat(129))], /129 characters/],
    ['one field twice', [path('/a'), path('/b')], /only have one 'path-pattern'/],
  ])('%s', (_, conditions, message) => {
    expect(() => checkConditions(conditions)).toThrow(message)
  })
})
