import { expect, test } from '@jest/globals'
import type { Plan } from '../../src/changes/planned.js'
import { savedBy } from '../../src/commands/building/saved.js'
import type { BuiltService } from '../../src/image/result.js'
import type { ImageEntry } from '../../src/ledger/entries.js'
import { EMPTY_LEDGER } from '../../src/ledger/read.js'
import type { ServiceName } from '../../src/words.js'

const names = ['cart', 'user', 'web'] as ServiceName[]
const plan = { services: names.map((name) => ({ service: { name } })) } as unknown as Plan
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
  expect(savedBy(plan, { ...EMPTY_LEDGER, images }, rows)).toEqual(saved)
})
