import { expect, test } from '@jest/globals'
import { retrying } from '../../src/platform/retry.js'
import { VirtualClock } from './clock.js'

test.each([
  ['the first good answer', [500, 200, 200], 200, 2],
  ['a refusal that will stay', [403, 200], 403, 1],
  ['what still fails at the end', [500, 500, 500, 200], 500, 3],
])('%s is the answer', async (_, answers, last, asked) => {
  const left = [...answers]
  const ask = async () => left.shift() ?? 0
  expect(await retrying(ask, (status) => status >= 500, new VirtualClock())).toBe(last)
  expect(answers.length - left.length).toBe(asked)
})
