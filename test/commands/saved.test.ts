import { expect, test } from '@jest/globals'
import type { Plan } from '../../src/changes/planned.js'
import { savedBy } from '../../src/commands/building/saved.js'
import type { BuiltService } from '../../src/image/result.js'
import type { ImageEntry } from '../../src/ledger/entries.js'
import { EMPTY_LEDGER } from '../../src/ledger/read.js'
import type { ServiceName } from '../../src/words.js'

const names = ['cart', 'user', 'web'] as ServiceName[]
const planOf = (...changed: string[]) =>
  ({
    services: names.map((name) => ({ service: { name }, needs: changed.includes(name) ? ['build'] : [] })),
  }) as unknown as Plan
const images = new Map([
  ['cart' as ServiceName, { seconds: 12.34 } as ImageEntry],
  ['user' as ServiceName, { seconds: 30 } as ImageEntry],
])
const row = (name: string, outcome: string) => ({ name, outcome }) as BuiltService

test.each([
  ['nothing was affected', [], { services: 3, seconds: 42.3 }],
  ['one was built', [row('user', 'built')], { services: 2, seconds: 12.3 }],
  ['one failed: its time was spent', [row('cart', 'failed')], { services: 2, seconds: 30 }],
  ['one was found', [row('cart', 'reused'), row('user', 'built')], { services: 2, seconds: 12.3 }],
])('what lockstep would have taken besides: %s', (_, rows, saved) => {
  expect(savedBy(planOf(), { ...EMPTY_LEDGER, images }, rows)).toEqual(saved)
})

test('what nobody asked for and did change is only put off', () => {
  const rows = [row('user', 'built')]
  expect(savedBy(planOf('user', 'cart'), { ...EMPTY_LEDGER, images }, rows)).toEqual({
    services: 1,
    seconds: 0,
  })
})
